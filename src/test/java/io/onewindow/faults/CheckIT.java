package io.onewindow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.faults.Finding.Fault;
import io.onewindow.story.Hall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The check that the long tests of faults end with finds what it is there to find. */
@FaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckIT {

  private static final String CLERK = "nyClerk";
  private static final int DEEDS = 25;

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private DataSource dataSource;
  @Autowired private TransactionTemplate transaction;

  private JdbcClient database;
  private Check check;
  private Ledger.Account account;
  private List<Finding> sound;

  @BeforeAll
  void someWorkIsDone(@TempDir Path folder) {
    database = JdbcClient.create(dataSource);
    check = new Check(database, ZoneId.systemDefault());
    try (Ledger ledger = new Ledger(folder.resolve("ledger"))) {
      Switchboard nodes =
          new Switchboard(
              List.of(face.request(null, "/").GET().build().uri()), ledger, Duration.ofSeconds(30));
      Papers papers = new Papers(List.of("company-registration"), 7);
      Random chance = new Random(7);
      Person person = new Person(CLERK, "onewindow", "window", "ningyang");
      Clerk clerk = new Clerk(person, nodes, ledger, papers, chance, 0.4);
      for (int i = 0; i < DEEDS; i++) {
        clerk.act();
      }
      account = ledger.read();
    }
    sound = check.findings(account);
  }

  @AfterAll
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void findsNothingWrongWithWhatWasDone() {
    assertThat(account.deeds(Deed.Kind.START)).hasSizeGreaterThan(3).allMatch(Deed::isAcknowledged);
    assertThat(account.deeds(Deed.Kind.COMPLETE)).isNotEmpty().anyMatch(Deed::isAcknowledged);
    assertThat(account.dueDates()).isNotEmpty();
    assertThat(sound)
        .extracting(Finding::fault)
        .doesNotContain(Fault.LOST, Fault.UNASKED, Fault.MOVED_DUE_DATE);
  }

  @Test
  void findsACaseThatIsLost() {
    assertThat(planted("delete from ow_request where idempotency_key = ?", start().subject()))
        .contains(new Finding(Fault.LOST, "start " + start().subject() + " " + start().result()));
  }

  @Test
  void findsACaseThatIsThereTwice() {
    assertThat(
            planted(
                "insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_,"
                    + " PROC_DEF_ID_, START_TIME_, END_TIME_) select 'planted', 'planted',"
                    + " BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, START_TIME_"
                    + " from ACT_HI_PROCINST where BUSINESS_KEY_ = ?"
                    + " and SUPER_PROCESS_INSTANCE_ID_ is null",
                start().result()))
        .extracting(Finding::fault)
        .containsExactly(Fault.DOUBLED);
  }

  @Test
  void findsACaseThatNobodyAskedFor() {
    assertThat(
            planted(
                "insert into ow_case (receipt_no, jurisdiction, service, process_instance_id,"
                    + " applicant_name, subject, state, channel, received_at)"
                    + " select 'planted', jurisdiction, service, 'planted', applicant_name,"
                    + " subject, state, channel, received_at from ow_case where receipt_no = ?",
                start().result()))
        .containsExactly(new Finding(Fault.UNASKED, "case planted"));
  }

  @Test
  void findsACompletionThatIsLost() {
    assertThat(planted("update ACT_HI_TASKINST set DELETE_REASON_ = null where ID_ = ?", done()))
        .containsExactly(new Finding(Fault.LOST, "completion of task " + done()));
  }

  @Test
  void findsACompletionThatNobodyAskedFor() {
    assertThat(
            planted(
                "update ACT_HI_TASKINST set DELETE_REASON_ = 'completed' where ID_ = ?", open()))
        .contains(new Finding(Fault.UNASKED, "completion of task " + open()));
  }

  @Test
  void findsATaskThatIsDueAtAnotherTime() {
    String task = account.dueDates().keySet().iterator().next();
    assertThat(
            planted(
                "update ACT_HI_TASKINST set DUE_DATE_ = DUE_DATE_ + interval '1' hour"
                    + " where ID_ = ?",
                task))
        .extracting(Finding::fault)
        .containsExactly(Fault.MOVED_DUE_DATE);
  }

  @Test
  void findsAnInstanceThatIsStuck() {
    assertThat(planted("update ACT_RU_TASK set EXECUTION_ID_ = null where ID_ = ?", open()))
        .extracting(Finding::fault)
        .containsExactly(Fault.STUCK);
  }

  @Test
  void findsATaskWhoseHistoryIsClosed() {
    assertThat(planted("update ACT_HI_TASKINST set END_TIME_ = START_TIME_ where ID_ = ?", open()))
        .extracting(Finding::fault)
        .containsExactly(Fault.HISTORY);
  }

  @Test
  void keepsADoubtAsADoubt(@TempDir Path folder) {
    try (Ledger ledger = new Ledger(folder.resolve("doubts"))) {
      long unanswered = ledger.wants(Deed.Kind.START, CLERK, "unanswered");
      ledger.asks(unanswered, "a");
      long unreached = ledger.wants(Deed.Kind.START, CLERK, "unreached");
      ledger.asks(unreached, "a");
      ledger.unreached(unreached);
      long repeated = ledger.wants(Deed.Kind.START, CLERK, "repeated");
      ledger.asks(repeated, "a");
      ledger.doubtful(repeated, "connection reset");
      ledger.asks(repeated, "b");
      ledger.answered(repeated, 201, Duration.ofMillis(3), "NY-1");
      assertThat(ledger.read().deeds())
          .extracting(Deed::isDoubtful, Deed::isAcknowledged)
          .containsExactly(tuple(true, false), tuple(false, false), tuple(false, true));
    }
  }

  @Test
  void findsThatARightPasswordWasRefused(@TempDir Path folder) {
    try (Ledger ledger = new Ledger(folder.resolve("refused"))) {
      long refused = ledger.wants(Deed.Kind.QUERY, CLERK, "/engine-rest/task");
      ledger.asks(refused, "a");
      ledger.answered(refused, 401, Duration.ofMillis(3), "");
      assertThat(check.findings(ledger.read())).contains(new Finding(Fault.TURNED_AWAY, "1 deeds"));
    }
  }

  /** What is found besides when this has been done to the database, which is then undone. */
  private List<Finding> planted(String sql, String about) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          assertThat(database.sql(sql).param(about).update()).isPositive();
          List<Finding> found = new ArrayList<>(check.findings(account));
          sound.forEach(found::remove);
          return found;
        });
  }

  private Deed start() {
    return account.deeds(Deed.Kind.START).get(0);
  }

  private String done() {
    return account.deeds(Deed.Kind.COMPLETE).stream()
        .filter(Deed::isAcknowledged)
        .findFirst()
        .orElseThrow()
        .subject();
  }

  /** A task of one of the new cases that is still open. */
  private String open() {
    return database
        .sql(
            "select T.ID_ from ACT_RU_TASK T join ACT_HI_PROCINST P on P.ID_ = T.PROC_INST_ID_"
                + " where P.BUSINESS_KEY_ in (:cases) order by T.ID_")
        .params(
            Map.of(
                "cases",
                account.deeds(Deed.Kind.START).stream().map(Deed::result).distinct().toList()))
        .query(String.class)
        .list()
        .get(0);
  }
}
