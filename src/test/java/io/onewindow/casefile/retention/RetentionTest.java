package io.onewindow.casefile.retention;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.material.CreditRecords;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.service.utility.Connections;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import io.onewindow.supervision.fact.Projection;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a case's personal data when its time is up. */
@StoryTest
@OnBothDatabases
class RetentionTest {

  private static final String APPLICANT = "赵满期";

  @Autowired private Hall hall;
  @Autowired private Retention retention;
  @Autowired private CaseFile files;
  @Autowired private CreditRecords credit;
  @Autowired private Ratings ratings;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private Projection projection;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  /** Refused on 2026-09-15; kept for ten years. */
  private ProcessInstance anEndedCase() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("applicantName", APPLICANT)));
    hall.completes(
        "hkClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "refer", "referReason", "疑似冒用他人身份"));
    hall.completes(
        "hkApproval",
        theCase,
        "决定是否受理",
        Map.of("acceptanceDecision", "refuse", "acceptanceReason", "经核实系冒用他人身份"));
    hall.completes("hkClerk", theCase, "送达决定书", Map.of("deliveredTo", APPLICANT));
    return theCase;
  }

  private void clearAll() {
    while (retention.clearOne()) {
      // until nobody's time is up
    }
  }

  private int rows(String table, ProcessInstance theCase) {
    return jdbc.sql("select count(*) from " + table + " where receipt_no = ?")
        .param(theCase.getBusinessKey())
        .query(Integer.class)
        .single();
  }

  private List<String> audited(ProcessInstance theCase) {
    return jdbc.sql("select event from ow_audit where receipt_no = ? order by entry_no")
        .param(theCase.getBusinessKey())
        .query(String.class)
        .list();
  }

  private CaseRecord file(ProcessInstance theCase) {
    return files.find(theCase.getBusinessKey()).orElseThrow();
  }

  @Test
  void staysToTheLastDayAndIsGoneOnTheNext() {
    ProcessInstance theCase = anEndedCase();
    hall.itIs("2036-09-15T08:59");
    clearAll();
    assertThat(file(theCase).applicantName()).isEqualTo(APPLICANT);
    assertThat(rows("ow_case_party", theCase)).isPositive();

    hall.itIs("2036-09-15T09:01");
    clearAll();
    assertThat(file(theCase).applicantName()).isEqualTo("（已清理）");
    for (String table : List.of("ow_case_party", "ow_case_term", "ow_paper", "ow_material")) {
      assertThat(rows(table, theCase)).as(table).isZero();
    }
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(theCase.getId())
                .count())
        .isZero();
    assertThat(audited(theCase)).contains("CASE_RECEIVED").endsWith("CASE_CLEARED");
  }

  @Test
  void leavesTheFiguresAsTheyWereAlsoWhenAllIsCountedAgain() {
    ProcessInstance theCase = anEndedCase();
    projection.catchUp();
    int steps = rows("ow_fact_step", theCase);
    assertThat(steps).isGreaterThanOrEqualTo(3);
    hall.itIs("2036-09-15T09:01");
    clearAll();
    projection.rebuild();
    projection.catchUp();
    assertThat(rows("ow_fact_case", theCase)).isEqualTo(1);
    assertThat(rows("ow_fact_step", theCase)).isEqualTo(steps);
  }

  @Test
  void staysWhileItIsHeldAndGoesWhenItIsReleased() {
    ProcessInstance theCase = anEndedCase();
    CaseRecord file = file(theCase);
    retention.hold(file, "hkSupervisor", "行政复议");
    assertThatThrownBy(() -> retention.hold(file, "hkSupervisor", "行政复议"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("已经保留");
    hall.itIs("2040-01-02T09:00");
    clearAll();
    assertThat(file(theCase).applicantName()).isEqualTo(APPLICANT);

    retention.release(file, "hkSupervisor");
    clearAll();
    assertThat(file(theCase).applicantName()).isEqualTo("（已清理）");
    assertThat(audited(theCase)).endsWith("CASE_HELD", "CASE_RELEASED", "CASE_CLEARED");
    assertThatThrownBy(() -> retention.release(file, "hkSupervisor")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> retention.hold(file, "hkSupervisor", "太晚了"))
        .isInstanceOf(Problem.class);
  }

  /** The tests' configuration has {@code keep.drainage-connection: P5Y}. */
  @Test
  void staysAsLongAsItsServiceSays() {
    ProcessInstance kept = anEndedCase();
    ProcessInstance drains = anEndedConnection();
    hall.itIs("2031-09-15T08:59");
    clearAll();
    assertThat(file(drains).applicantName()).isEqualTo(APPLICANT);

    hall.itIs("2031-09-15T09:01");
    clearAll();
    assertThat(file(drains).applicantName()).isEqualTo("（已清理）");
    assertThat(rows("ow_case_party", drains)).isZero();
    assertThat(file(kept).applicantName()).isEqualTo(APPLICANT);
    assertThat(rows("ow_case_party", kept)).isPositive();
  }

  /** Connected on 2026-09-15. */
  private ProcessInstance anEndedConnection() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            "drainage-connection",
            with(Connections.drains(), Map.of("applicantName", APPLICANT)));
    hall.completes("nyHousing", theCase, "核对方案并接入", Connections.drainsConnected());
    return theCase;
  }

  @Test
  void staysWhileSomethingIsAtWorkForIt() {
    ProcessInstance theCase = anEndedCase();
    ratings.rate(file(theCase), 1, "久等");
    hall.itIs("2036-09-20T09:00");
    clearAll();
    assertThat(file(theCase).applicantName()).isEqualTo(APPLICANT);

    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(theCase.getBusinessKey())
        .rootProcessInstances()
        .list()
        .forEach(one -> runtime.deleteProcessInstance(one.getId(), "评价已处理"));
    clearAll();
    assertThat(file(theCase).applicantName()).isEqualTo("（已清理）");
  }

  @Test
  void keepsACreditRecordForFiveYearsWhateverBecomesOfItsCase() {
    ProcessInstance drains = anEndedConnection();
    ProcessInstance kept = anEndedCase();
    ProcessInstance held = anEndedCase();
    enters(kept);
    enters(held);
    retention.hold(file(held), "hkSupervisor", "行政诉讼");
    hall.itIs("2028-01-10T09:00");
    enters(drains);

    hall.itIs("2031-09-15T09:01");
    clearAll();
    assertThat(rows("ow_credit_record", kept)).as("its case stays for ten").isZero();
    assertThat(file(kept).applicantName()).isEqualTo(APPLICANT);
    assertThat(audited(kept)).endsWith("CASE_CREDIT_DELETED");
    assertThat(rows("ow_credit_record", held)).isOne();
    assertThat(file(drains).applicantName()).isEqualTo("（已清理）");
    assertThat(rows("ow_credit_record", drains)).as("entered later").isOne();

    hall.itIs("2033-01-10T09:01");
    clearAll();
    assertThat(rows("ow_credit_record", drains)).isZero();
    assertThat(rows("ow_credit_record", held)).isOne();
  }

  private void enters(ProcessInstance theCase) {
    credit.enter(theCase.getBusinessKey(), "371522198506150011", "承诺未履行", "信用承诺书");
  }

  @Test
  void refusesAPeriodThatIsNone() {
    for (String wrong : List.of("P0D", "-P1Y")) {
      assertThatThrownBy(
              () ->
                  new RetentionSettings(
                      false,
                      Duration.ofHours(1),
                      Map.of(
                          "default",
                          Period.ofYears(10),
                          "drainage-connection",
                          Period.parse(wrong)),
                      Period.ofYears(5)))
          .hasMessageContaining("keep.drainage-connection");
    }
    assertThatThrownBy(
            () ->
                new RetentionSettings(
                    false, Duration.ofHours(1), Map.of("default", Period.ofYears(10)), null))
        .hasMessageContaining("credit-records");
  }
}
