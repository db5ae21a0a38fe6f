package io.onewindow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.paper.ApplicantsPapers;
import io.onewindow.casefile.paper.PaperView;
import io.onewindow.print.PrintedPaper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** The hall is emptied in seconds, and everything works in it again. */
@DrillTest
class ResetTest {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Autowired private Trainee trainee;
  @Autowired private DrillHall hall;
  @Autowired private Drills drills;
  @Autowired private DrillViews views;
  @Autowired private ResultStore results;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock time;
  @Autowired private ApplicantsPapers papers;
  @Autowired private ObjectProvider<JavaMailSender> mail;

  @Test
  void casesGoAndPeopleAndResultsStay() {
    Drill drill = trainee.begins("company-first-day", "lcClerk");
    Instant monday = hall.clock().now();
    DrillCase theCase = trainee.meets(drill, 0);
    trainee.concludes(drill, theCase);
    trainee.handsOut(drill, theCase);
    hall.end(drill);
    DrillView result = views.of(drill, true);
    results.add(result);
    long people = identity.createUserQuery().count();

    long begun = System.nanoTime();
    hall.reset();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);

    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
    for (String table : List.of("ow_case", "ow_clock", "ow_paper", "ow_material")) {
      assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
    assertThat(drills.all()).isEmpty();
    assertThat(time.instant()).isEqualTo(monday);
    assertThat(identity.createUserQuery().count()).isEqualTo(people);
    assertThat(results.of("lcClerk")).contains(result);
    assertThat(results.of("nyClerk")).doesNotContain(result);

    Drill again = trainee.begins("company-first-day", "lcClerk");
    DrillCase next = trainee.meets(again, 0);
    assertThat(next.receiptNo()).isNotEqualTo(theCase.receiptNo());
    trainee.concludes(again, next);
    trainee.handsOut(again, next);
  }

  @Test
  void nothingLeavesTheHouseAndEveryPaperSaysItIsADrill() {
    assertThat(mail.getIfAvailable()).isNull();
    Drill drill = trainee.begins("company-first-day", "nyClerk");
    String receiptNo = trainee.meets(drill, 0).receiptNo();
    PaperView receipt = papers.of(receiptNo).get(0);
    byte[] sheet = papers.pdf(receiptNo, receipt.paperNo()).getBody();
    assertThat(new PrintedPaper(sheet).text().lines())
        .startsWith("演练：本件为演练所生成，不具有法律效力")
        .anyMatch(line -> line.contains("收件回执"));
  }

  @Test
  void aSeedBringsTheSamePeopleAgain() {
    assertThat(namesOf(trainee.begins("company-first-day", "nyClerk")))
        .isNotEmpty()
        .isEqualTo(namesOf(trainee.begins("company-first-day", "nyClerk")));
  }

  @Test
  void stepGoesToTheNextThingThatHappens() {
    trainee.begins("company-first-day", "nyClerk");
    Instant before = hall.clock().now();
    assertThat(hall.step()).isTrue();
    assertThat(hall.clock().now()).isAfterOrEqualTo(before);
    for (int i = 0; i < 20 && jdbcCases() < 2; i++) {
      hall.step();
    }
    assertThat(jdbcCases()).isEqualTo(2);
    assertThat(time.instant()).isEqualTo(hall.clock().now());
  }

  private long jdbcCases() {
    return jdbc.sql("select count(*) from ow_case").query(Long.class).single();
  }

  private List<String> namesOf(Drill drill) {
    trainee.meets(drill, 2);
    return jdbc.sql("select applicant_name from ow_case order by receipt_no")
        .query(String.class)
        .list();
  }
}
