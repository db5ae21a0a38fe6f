package io.onewindow.service.companyregistration;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static io.onewindow.story.Applications.withEveryItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseState;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.Light;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
@OnBothDatabases
class CompanyRegistrationProcessTest {

  private static final String SERVICE = "company-registration";

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private PromiseClock clocks;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void opensACompanyWithinTwoOfficeHours() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, withEveryItem());
    assertThat(stateOf(theCase)).isEqualTo(CaseState.RECEIVED);
    assertThat(hall.dueOf(theCase, "审查申请材料")).isEqualTo("2026-09-21T17:30");

    hall.itIs("2026-09-15T10:30");
    clerkAccepts("nyClerk", theCase);
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-09-15T14:00");
    assertThat(hall.openTasks(theCase))
        .containsExactly("办理公积金登记", "办理医保登记", "办理就业登记", "办理涉税事项", "办理社保登记", "备案刻制公章", "预约银行开户");

    hall.itIs("2026-09-15T11:30");
    everyDepartmentCompletes("ny", theCase);
    assertThat(hall.dueOf(theCase, "统一出件")).isEqualTo("2026-09-15T14:00");

    hall.itIs("2026-09-15T11:50");
    clerkHandsOut("nyClerk", theCase);
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(clockOf(theCase, "case").light()).isEqualTo(Light.GREEN);
    assertThat((String) hall.variable(theCase, "licenceNo")).startsWith("91370921MA").hasSize(18);
  }

  @Test
  void tellsOnceWhatIsMissingAndCountsAnewFromTheSupplement() {
    hall.itIs("2026-09-16T09:30");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "住所使用证明；公司章程签字页"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.NOTIFIED);
    assertThat((String) hall.variable(theCase, "noticeNo")).endsWith("-G1");

    hall.itIs("2026-09-24T15:00");
    hall.completes("nyClerk", theCase, "登记补正材料", Map.of("supplementNote", "两项均已补齐"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.RECEIVED);
    assertThat(hall.dueOf(theCase, "审查申请材料")).isEqualTo("2026-10-09T17:30");

    assertThatThrownBy(
            () ->
                hall.completes(
                    "nyClerk",
                    theCase,
                    "审查申请材料",
                    Map.of("materialsDecision", "notice", "missingItems", "再补一份")))
        .hasStackTraceContaining("不得再次要求补正");
    clerkAccepts("nyClerk", theCase);
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ACCEPTED);
  }

  @Test
  void letsOnlyTheBackOfficeRefuseAcceptance() {
    hall.itIs("2026-09-16T09:30");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "refer", "referReason", "疑似冒用他人身份"));
    assertThat(hall.listOf("nyClerk")).doesNotContain("决定是否受理");
    hall.completes(
        "nyApproval",
        theCase,
        "决定是否受理",
        Map.of("acceptanceDecision", "refuse", "acceptanceReason", "经核实系冒用他人身份"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REFUSED);
    hall.completes("nyClerk", theCase, "送达决定书", Map.of("deliveredTo", "王晓明"));
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(fileOf(theCase).closedAt()).isNotNull();
  }

  @Test
  void keepsTheTaxOfficesClockStandingOverAWeekend() {
    hall.itIs("2026-09-11T16:30");
    ProcessInstance theCase = taxOnly("nyClerk");
    assertThat(hall.dueOf(theCase, "办理涉税事项")).isEqualTo("2026-09-14T10:00");
    assertThat(hall.timerOf(theCase, "boundaryEvent_handleTaxOverdue"))
        .isEqualTo("2026-09-14T10:00");

    hall.itIs("2026-09-13T23:59");
    assertThat(clockOf(theCase, "tax").light()).isEqualTo(Light.GREEN);

    hall.itIs("2026-09-14T09:30");
    assertThat(clockOf(theCase, "tax").light()).isEqualTo(Light.AMBER);
    assertThat(hall.openTasks(theCase)).containsExactly("办理涉税事项");

    hall.itIs("2026-09-14T10:00");
    assertThat(clockOf(theCase, "tax").light()).isEqualTo(Light.RED);
    assertThat(clockOf(theCase, "case").light()).isEqualTo(Light.RED);
    assertThat(hall.openTasks(theCase)).containsExactly("办理涉税事项", "督办并说明原因");

    hall.completes(
        "nySupervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "税务系统升级停机", "correctiveAction", "抽调专人当日补办"));
    department("nyTax", theCase);
    clerkHandsOut("nyClerk", theCase);
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void carriesAnOverdueStepAcrossTheNationalDayOf2026() {
    hall.itIs("2026-09-30T16:45");
    ProcessInstance theCase = taxOnly("nyClerk");
    assertThat(hall.dueOf(theCase, "办理涉税事项")).isEqualTo("2026-10-08T10:15");
    hall.itIs("2026-10-08T10:14");
    assertThat(hall.openTasks(theCase)).containsExactly("办理涉税事项");
    hall.itIs("2026-10-08T10:15");
    assertThat(hall.openTasks(theCase)).contains("督办并说明原因");
  }

  @Test
  void worksOnTheSaturdayThatIsAWorkday() {
    hall.itIs("2026-10-09T17:00");
    ProcessInstance theCase = taxOnly("nyClerk");
    assertThat(hall.dueOf(theCase, "办理涉税事项")).isEqualTo("2026-10-10T10:30");
  }

  @Test
  void handlesChosenItemsLaterAndThenTheOthersAreDone() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts(
            "sxClerk",
            SERVICE,
            with(tradingCompany(), Map.of("sealChoice", "now", "taxChoice", "later")));
    clerkAccepts("sxClerk", theCase);
    assertThat(hall.timerOf(theCase, "boundaryEvent_casePromise")).isEqualTo("2026-09-15T09:20");
    department("sxPolice", theCase);
    clerkHandsOut("sxClerk", theCase);
    assertThat(hall.openTasks(theCase)).containsExactly("登记分时事项");
    assertThat(stateOf(theCase)).isEqualTo(CaseState.ISSUED);

    hall.itIs("2026-09-21T10:00");
    hall.completes(
        "sxClerk",
        theCase,
        "登记分时事项",
        with(noItems(), Map.of("sealChoice", "done", "taxChoice", "now")));
    assertThat(hall.dueOf(theCase, "办理涉税事项")).isEqualTo("2026-09-22T17:30");
    department("sxTax", theCase);
    clerkHandsOut("sxClerk", theCase);
    assertThat(hall.hasEnded(theCase)).isTrue();
    assertThat(hall.path(theCase)).containsOnlyOnce("serviceTask_issueLicence");
  }

  @Test
  void reviewsARiskByHandAndRejectsInTheBackOffice() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts(
            "hkClerk", SERVICE, with(tradingCompany(), Map.of("additionalPremises", "河口区二号仓库")));
    clerkAccepts("hkClerk", theCase);
    assertThat(hall.openTasks(theCase)).containsExactly("审查名称住所");
    assertThat((String) hall.variable(theCase, "reviewReasonText")).contains("一照多址");
    assertThat(hall.dueOf(theCase, "审查名称住所")).isEqualTo("2026-09-18T17:30");
    hall.completes(
        "hkApproval",
        theCase,
        "审查名称住所",
        Map.of("registrationDecision", "reject", "registrationReason", "住所不真实"));
    assertThat(stateOf(theCase)).isEqualTo(CaseState.REJECTED);
    assertThat(hall.openTasks(theCase)).containsExactly("送达决定书");
    hall.completes("hkClerk", theCase, "送达决定书", Map.of("deliveredTo", "王晓明"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void reviewsASecondCompanyAtTheSameAddress() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance first =
        hall.starts("nyClerk", SERVICE, with(tradingCompany(), Map.of("residence", "宁阳县同一住所9号")));
    clerkAccepts("nyClerk", first);
    clerkHandsOut("nyClerk", first);
    ProcessInstance second =
        hall.starts("nyClerk", SERVICE, with(tradingCompany(), Map.of("residence", "宁阳县同一住所9号")));
    clerkAccepts("nyClerk", second);
    assertThat(hall.openTasks(second)).containsExactly("审查名称住所");
    assertThat((String) hall.variable(second, "reviewReasonText")).contains("一址多照");
    assertThat(hall.timerOf(second, "boundaryEvent_casePromise")).isEqualTo("2026-09-15T14:30");
  }

  @Test
  void followsUpWeeklyOnACompanyThatDidNothingElse() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase = hall.starts("lcClerk", SERVICE, tradingCompany());
    clerkAccepts("lcClerk", theCase);
    clerkHandsOut("lcClerk", theCase);
    assertThat(hall.timerOf(theCase, "event_followUpDue")).isEqualTo("2026-09-22T17:30");
    hall.itIs("2026-09-22T17:30");
    hall.completes(
        "lcMarketReg",
        theCase,
        "回访经营情况",
        Map.of("followUpFinding", "尚未开业", "followUpDecision", "continue"));
    assertThat(hall.timerOf(theCase, "event_followUpDue")).isEqualTo("2026-09-30T17:30");
    hall.itIs("2026-09-30T17:30");
    hall.completes(
        "lcMarketReg",
        theCase,
        "回访经营情况",
        Map.of("followUpFinding", "已开业", "followUpDecision", "finish"));
    assertThat(hall.hasEnded(theCase)).isTrue();
  }

  @Test
  void showsEachDepartmentOnlyItsOwnTasksInItsOwnJurisdiction() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase = hall.starts("sxClerk", SERVICE, withEveryItem());
    clerkAccepts("sxClerk", theCase);
    assertThat(hall.listOf("sxTax")).containsExactly("办理涉税事项");
    assertThat(hall.listOf("nyTax")).isEmpty();
    assertThat(hall.listOf("sxClerk")).isEmpty();
    assertThat(hall.listOf("lcSupervisor")).hasSize(7);
    assertThat(hall.listOf("nySupervisor")).isEmpty();
  }

  @Test
  void refusesAnApplicationWhoseFieldsAreWrongAndOpensNoCase() {
    hall.itIs("2026-09-15T09:00");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "nyClerk",
                    SERVICE,
                    with(
                        tradingCompany(),
                        Map.of("legalRepIdNo", "370921199003078513", "shareholder2Share", "30"))))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("legalRepIdNo", "shareholder1Share"));
    assertThat(hall.listOf("nyClerk")).isEmpty();
  }

  @Test
  void asksForThePermitThatAScopeNeedsFirst() {
    hall.itIs("2026-09-15T09:00");
    Map<String, Object> tobacco = with(tradingCompany(), Map.of("businessScope", "烟草专卖批发"));
    assertThatThrownBy(() -> hall.starts("nyClerk", SERVICE, tobacco))
        .satisfies(refusal -> assertThat(refusal).hasStackTraceContaining("前置许可批准文号"));
    ProcessInstance theCase =
        hall.starts("nyClerk", SERVICE, with(tobacco, Map.of("priorPermitNo", "鲁烟专〔2026〕12号")));
    clerkAccepts("nyClerk", theCase);
    assertThat(hall.openTasks(theCase)).containsExactly("审查名称住所");
  }

  @Test
  void refusesAFormThatBreaksItsRulesAndKeepsTheTaskOpen() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase = taxOnly("nyClerk");
    assertThatThrownBy(
            () -> hall.completes("nyTax", theCase, "办理涉税事项", Map.of("taxpayerType", "unknown")))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .contains("taxpayerType", "invoiceKind", "ukeyNo"));
    assertThat(hall.listOf("nyTax")).containsExactly("办理涉税事项");
  }

  @Test
  void refusesToStartForAnotherJurisdiction() {
    hall.itIs("2026-09-15T09:00");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "nyClerk", SERVICE, with(tradingCompany(), Map.of("jurisdiction", "hekou"))))
        .satisfies(refusal -> assertThat(Problem.in(refusal).status()).isEqualTo(403));
  }

  private ProcessInstance taxOnly(String clerk) {
    ProcessInstance theCase =
        hall.starts(clerk, SERVICE, with(tradingCompany(), Map.of("taxChoice", "now")));
    clerkAccepts(clerk, theCase);
    return theCase;
  }

  private void clerkAccepts(String clerk, ProcessInstance theCase) {
    hall.completes(clerk, theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  private void clerkHandsOut(String clerk, ProcessInstance theCase) {
    hall.completes(
        clerk, theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
  }

  private void everyDepartmentCompletes(String prefix, ProcessInstance theCase) {
    department(prefix + "Police", theCase);
    department(prefix + "Tax", theCase);
    department(prefix + "MedicalIns", theCase);
    department(prefix + "HousingFund", theCase);
    department(prefix + "Bank", theCase);
    hall.completes(prefix + "Hrss", theCase, "办理社保登记", Map.of("socialInsuranceNo", "370921000123"));
    hall.completes(prefix + "Hrss", theCase, "办理就业登记", Map.of("employmentCount", 3));
  }

  private void department(String person, ProcessInstance theCase) {
    switch (person.substring(2)) {
      case "Police" ->
          hall.completes(
              person,
              theCase,
              "备案刻制公章",
              Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot"));
      case "Tax" ->
          hall.completes(
              person,
              theCase,
              "办理涉税事项",
              Map.of(
                  "taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
      case "MedicalIns" ->
          hall.completes(person, theCase, "办理医保登记", Map.of("medicalInsuranceNo", "YB370921001"));
      case "HousingFund" ->
          hall.completes(
              person,
              theCase,
              "办理公积金登记",
              Map.of("housingFundNo", "GJJ370921001", "housingFundRate", "8"));
      case "Bank" ->
          hall.completes(
              person,
              theCase,
              "预约银行开户",
              Map.of("bankName", "宁阳农商银行城区支行", "bankAccountState", "opened"));
      default -> throw new IllegalArgumentException(person);
    }
  }

  private static Map<String, Object> noItems() {
    return Map.of(
        "socialInsuranceChoice", "none",
        "medicalInsuranceChoice", "none",
        "housingFundChoice", "none",
        "bankChoice", "none",
        "employmentChoice", "none");
  }

  private CaseRecord fileOf(ProcessInstance theCase) {
    return caseFile.find(theCase.getBusinessKey()).orElseThrow();
  }

  private CaseState stateOf(ProcessInstance theCase) {
    return fileOf(theCase).state();
  }

  private StepClock clockOf(ProcessInstance theCase, String step) {
    return clocks.all(theCase.getId()).stream()
        .filter(clock -> clock.step().equals(step))
        .findFirst()
        .orElseThrow();
  }
}
