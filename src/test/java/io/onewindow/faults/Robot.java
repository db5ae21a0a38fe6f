package io.onewindow.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.demo.PlayedForms;
import io.onewindow.production.Node;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Does what people and time would do, to end every case: each task by somebody whose function it
 * is, in the usual way, and where nobody has anything to do what is waited for comes due.
 */
final class Robot {

  private static final String OPEN =
      " ACT_HI_PROCINST P join ow_case C on C.receipt_no = P.BUSINESS_KEY_"
          + " where P.END_TIME_ is null";
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Site site;
  private final Node node;
  private final Switchboard switchboard;
  private final long seed;
  private final Map<String, Person> people = new ConcurrentHashMap<>();

  /**
   * @param group somebody of which may take it; null when it is offered to nobody
   * @param assignee whose it is already; null for nobody
   */
  private record Open(
      JsonNode task, String receiptNo, String service, String group, String assignee) {}

  Robot(Site site, long seed) {
    this.site = site;
    this.node = site.nodes().get(0);
    this.switchboard = new Switchboard(List.of(node.uri()), site.ledger(), LONGEST_ANSWER);
    this.seed = seed;
  }

  /** So many applications for each service that can be applied for. */
  void starts(int each) {
    Person window = somebodyOf("window");
    for (String service : PlayedForms.services()) {
      Papers papers = new Papers(List.of(service), seed);
      for (int i = 0; i < each; i++) {
        Random chance = new Random(Objects.hash(seed, service, i));
        clerk(window, papers, chance)
            .start()
            .orElseThrow(() -> new AssertionError("no case of " + service));
      }
    }
  }

  /**
   * Goes on with cases for some rounds, with each for another number of them, so that they stand at
   * as many places.
   */
  void leavesThemAnywhere(int rounds) {
    for (int i = 0; i < rounds; i++) {
      int round = i;
      round(one -> Math.floorMod(one.receiptNo().hashCode(), rounds) > round);
      Site.pause(MOMENT);
    }
  }

  /** Goes on until no case is open or time is up. */
  void endsThem(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (open() > 0 && System.nanoTime() < end) {
      round(one -> true);
      comeDue();
      Site.pause(MOMENT);
    }
  }

  /** Instances that are open, those that are called for a case included. */
  long open() {
    return site.database().sql("select count(*) from" + OPEN).query(Long.class).single();
  }

  /** Where cases stand: how many instances of each model, at how many different tasks. */
  List<String> places() {
    return site.database()
        .sql(
            "select P.PROC_DEF_KEY_ || ': ' || count(distinct P.ID_) || ' open at '"
                + " || count(distinct T.TASK_DEF_KEY_) || ' tasks' from ACT_HI_PROCINST P"
                + " join ow_case C on C.receipt_no = P.BUSINESS_KEY_"
                + " left join ACT_RU_TASK T on T.PROC_INST_ID_ = P.ID_"
                + " where P.END_TIME_ is null group by P.PROC_DEF_KEY_ order by 1")
        .query(String.class)
        .list();
  }

  /** What is left to do, each task with its case. */
  List<String> left() {
    return tasks().stream()
        .map(one -> one.service() + " " + one.receiptNo() + " " + one.task())
        .toList();
  }

  private void round(Predicate<Open> chosen) {
    tasks().parallelStream().filter(chosen).forEach(this::does);
  }

  private void does(Open one) {
    if (one.group() == null && one.assignee() == null) {
      return;
    }
    Person person = one.assignee() == null ? somebodyOf(one.group()) : named(one.assignee());
    // the same each time, so that all forms of a case tell of the same people
    Random chance = new Random(seed + one.receiptNo().hashCode());
    Papers papers = new Papers(List.of(one.service()), seed);
    clerk(person, papers, chance).does(one.task(), one.service(), one.assignee() == null);
  }

  private Clerk clerk(Person person, Papers papers, Random chance) {
    return new Clerk(person, switchboard, site.ledger(), papers, chance, 1);
  }

  private Person somebodyOf(String group) {
    return people.computeIfAbsent(group, one -> site.employed(node, one + 1, one));
  }

  private static Person named(String id) {
    return new Person(id, Site.PASSWORD, id, Site.JURISDICTION);
  }

  private List<Open> tasks() {
    return site.database()
        .sql(
            "select T.ID_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, T.TENANT_ID_, T.EXECUTION_ID_,"
                + " T.ASSIGNEE_, C.receipt_no, C.service, (select min(L.GROUP_ID_)"
                + " from ACT_RU_IDENTITYLINK L where L.TASK_ID_ = T.ID_) as candidates"
                + " from ACT_RU_TASK T join ACT_HI_PROCINST P on P.ID_ = T.PROC_INST_ID_"
                + " join ow_case C on C.receipt_no = P.BUSINESS_KEY_ order by T.CREATE_TIME_")
        .query(
            (row, number) ->
                new Open(
                    Answers.parsed(
                        Answers.text(
                            Map.of(
                                "id", row.getString("ID_"),
                                "processDefinitionId", row.getString("PROC_DEF_ID_"),
                                "taskDefinitionKey", row.getString("TASK_DEF_KEY_"),
                                "tenantId", row.getString("TENANT_ID_"),
                                "executionId", row.getString("EXECUTION_ID_")))),
                    row.getString("receipt_no"),
                    row.getString("service"),
                    row.getString("candidates"),
                    row.getString("ASSIGNEE_")))
        .list();
  }

  /** Timers of cases in which nobody has anything to do. */
  private void comeDue() {
    LocalDateTime now = LocalDateTime.now(Site.ENGINE_ZONE);
    site.database()
        .sql(
            "update ACT_RU_JOB set DUEDATE_ = ?, REV_ = REV_ + 1 where TYPE_ = 'timer'"
                + " and LOCK_OWNER_ is null and DUEDATE_ > ? and PROCESS_INSTANCE_ID_ in"
                + " (select P.ID_ from"
                + OPEN
                + " and not exists (select 1 from ACT_RU_TASK T join ACT_HI_PROCINST Q"
                + " on Q.ID_ = T.PROC_INST_ID_ where Q.BUSINESS_KEY_ = P.BUSINESS_KEY_))")
        .params(now, now)
        .update();
  }
}
