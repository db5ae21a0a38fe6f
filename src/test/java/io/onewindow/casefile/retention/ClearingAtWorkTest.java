package io.onewindow.casefile.retention;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.MaterialFile;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.material.TestFiles;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.database.TestDatabase;
import io.onewindow.desk.ResidentIdNumber;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two nodes clear while the hall is at work: what is due goes once, what is held or open stays
 * whole, and nobody is refused anything because of it.
 */
@StoryTest
@OnBothDatabases
class ClearingAtWorkTest {

  private static final int ROUNDS = 8;
  private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2014-03-03T09:00:00+08:00");

  @Autowired private Hall hall;
  @Autowired private Retention retention;
  @Autowired private CaseFile files;
  @Autowired private Materials materials;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  private final AtomicInteger begun = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    clearAll();
  }

  @AfterEach
  void closeTheHall() {
    threads.shutdownNow();
    hall.closes();
  }

  @Test
  void clearsWhatIsDueOnceAndNothingElse() throws Exception {
    List<String> due = new ArrayList<>();
    List<String> atWork = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      due.add(endedLongAgo("content " + round));
      due.add(endedLongAgo("content of due cases only"));
      atWork.add(received("a content of its own " + round));
    }
    String lawsuit = endedLongAgo("content 0");
    String auditing = endedLongAgo("content of a case under audit");
    hold(lawsuit, "行政诉讼，案号待定");
    hold(auditing, "审计，通知书待定");

    List<String> done = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String open = atWork.get(round);
      String same = "content " + round;
      done.add(
          allAtOnce(
              retention::clearOne,
              retention::clearOne,
              // what is being handed in anew is what is going with a case that is due
              () -> handIn(open, "章程修正案", same),
              this::aWholeCase));
    }
    clearAll();

    assertThat(due).allSatisfy(this::isCleared);
    assertThat(List.of(lawsuit, auditing)).allSatisfy(this::isWhole);
    assertThat(atWork).allSatisfy(this::isWhole).allSatisfy(this::isOpen);
    assertThat(done).allSatisfy(this::isWhole);
    assertThat(contents("content of due cases only")).isZero();
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(contents("content " + round)).as("content %d", round).isOne();
    }
  }

  @Test
  void keepsWhatIsHandedInAnewWhileItIsGoing() throws Exception {
    String content = "content that is going";
    endedLongAgo(content);
    String open = received("a content of its own");
    Future<MaterialFile> handedIn =
        transaction.execute(
            notCommitted -> {
              retention.clearOne();
              Future<MaterialFile> again = threads.submit(() -> handIn(open, "章程修正案", content));
              await().atMost(Duration.ofMinutes(1)).until(this::somebodyWaits);
              return again;
            });
    handedIn.get();
    assertThat(files(open)).isEqualTo(2);
    assertThat(contents(content)).isOne();
  }

  /** For what another transaction has locked. */
  private boolean somebodyWaits() {
    return jdbc.sql(
            TestDatabase.isPostgres()
                ? "select exists (select 1 from pg_locks where not granted)"
                : "select exists (select 1 from information_schema.sessions"
                    + " where blocker_id is not null)")
        .query(Boolean.class)
        .single();
  }

  /** What the last of them gives; whatever one of them meets is thrown. */
  private String allAtOnce(Callable<?>... deeds) throws Exception {
    CyclicBarrier begin = new CyclicBarrier(deeds.length);
    List<Future<Object>> running = new ArrayList<>();
    for (Callable<?> deed : deeds) {
      running.add(
          threads.submit(
              () -> {
                begin.await();
                return deed.call();
              }));
    }
    Object last = null;
    for (Future<Object> one : running) {
      last = one.get();
    }
    return (String) last;
  }

  private void clearAll() {
    while (retention.clearOne()) {
      // until nobody's time is up
    }
  }

  private String received(String content) {
    String receiptNo = begun().getBusinessKey();
    handIn(receiptNo, "章程", content);
    return receiptNo;
  }

  /** Each at a place and of a person of its own: one alike to another would be looked into. */
  private ProcessInstance begun() {
    int number = begun.incrementAndGet();
    return hall.starts(
        "nyClerk",
        "company-registration",
        with(
            tradingCompany(),
            Map.of(
                "deliveryMethod",
                "electronic",
                "residence",
                "宁阳县文庙街道金阳大街" + number + "号",
                "legalRepIdNo",
                ResidentIdNumber.complete("37092119900307%03d".formatted(number)))));
  }

  private String ended(ProcessInstance theCase) {
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    return theCase.getBusinessKey();
  }

  private String aWholeCase() {
    return ended(begun());
  }

  private String endedLongAgo(String content) {
    ProcessInstance theCase = begun();
    handIn(theCase.getBusinessKey(), "章程", content);
    String receiptNo = ended(theCase);
    jdbc.sql("update ow_case set closed_at = ? where receipt_no = ?")
        .params(LONG_AGO, receiptNo)
        .update();
    return receiptNo;
  }

  private MaterialFile handIn(String receiptNo, String name, String content) {
    return hall.as(
        "nyClerk",
        () ->
            materials.submit(
                receiptNo,
                "articles",
                name + ".pdf",
                new ByteArrayInputStream(TestFiles.pdf(content))));
  }

  private void hold(String receiptNo, String reason) {
    retention.hold(files.find(receiptNo).orElseThrow(), "nySupervisor", reason);
  }

  private void isCleared(String receiptNo) {
    assertThat(name(receiptNo)).isEqualTo(RetentionStore.CLEARED);
    assertThat(files(receiptNo)).isZero();
    assertThat(clearings(receiptNo)).isOne();
  }

  private void isWhole(String receiptNo) {
    assertThat(name(receiptNo)).isEqualTo("王晓明");
    assertThat(materials.list(receiptNo)).isNotEmpty();
    assertThat(clearings(receiptNo)).isZero();
    assertThat(
            count(
                "select count(*) from act_hi_varinst v join act_hi_procinst p"
                    + " on p.proc_inst_id_ = v.proc_inst_id_ where p.business_key_ = ?",
                receiptNo))
        .isPositive();
  }

  private void isOpen(String receiptNo) {
    assertThat(files.find(receiptNo).orElseThrow().state()).isEqualTo(CaseState.RECEIVED);
    assertThat(files(receiptNo)).isEqualTo(2);
  }

  private String name(String receiptNo) {
    return files.find(receiptNo).orElseThrow().applicantName();
  }

  private int files(String receiptNo) {
    return count("select count(*) from ow_material_file where receipt_no = ?", receiptNo);
  }

  private int clearings(String receiptNo) {
    return count(
        "select count(*) from ow_audit where receipt_no = ? and event = 'CASE_CLEARED'", receiptNo);
  }

  /** How often that content is kept, with all its pieces. */
  private int contents(String text) {
    return count(
        "select count(*) from ow_content c join ow_content_chunk p on p.digest = c.digest"
            + " where c.digest = ?",
        digest(TestFiles.pdf(text)));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private int count(String query, String of) {
    return jdbc.sql(query).param(of).query(Integer.class).single();
  }
}
