package io.onewindow.service.firstregistration;

import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.ClockEvent;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 不动产首次登记, started by itself with an acceptance or at the window. */
@StoryTest
@OnBothDatabases
class FirstRegistrationProcessTest {

  private static final String SERVICE = "first-property-registration";
  private static final String ACCEPTANCE = "completion-acceptance";
  private static final String BUILDER = UnifiedSocialCreditCode.complete("91371522MA3C0ABC1");

  @Autowired private Hall hall;
  @Autowired private CaseFile caseFile;
  @Autowired private ClockActs clocks;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void beginsByItselfWhenTheAcceptanceIsIssuedAndEachCaseNamesTheOther() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance works = accepted("sx", factory(Map.of("registrationWanted", "yes")));
    String receiptNo = (String) hall.variable(works, "firstRegistrationNo");
    ProcessInstance estate = running(receiptNo);
    assertThat(receiptNo).isNotEqualTo(works.getBusinessKey());
    assertThat(links(works)).containsExactly("已同步发起不动产首次登记，受理编号 " + receiptNo);
    assertThat(links(estate)).containsExactly("由联合竣工验收办件 " + works.getBusinessKey() + " 同步发起");
    assertThat(hall.variable(estate, "jointAcceptanceNo"))
        .isEqualTo(works.getBusinessKey() + "-Y1");

    // 莘政发〔2021〕28号 附件五(八): 在材料符合要求情况下
    assertThat(hall.openTasks(estate)).containsExactly("核对登记材料");
    assertThat(hall.dueOf(estate, "核对登记材料")).isEqualTo("2026-09-15T17:30");
    hall.completes("sxPlanning", estate, "核对登记材料", Map.of("registrationAcceptance", "accept"));
    assertThat(hall.dueOf(estate, "审核登记申请")).isEqualTo("2026-09-28T17:30");
    assertThat(hall.timerOf(estate, "boundaryEvent_registrationCase"))
        .isEqualTo("2026-10-30T17:30");
    registers("sxPlanning", estate, "no");
    assertThat(hall.variable(estate, "titleNo")).isEqualTo(receiptNo + "-Q1");
    assertThat(stateOf(receiptNo)).isEqualTo(CaseState.ISSUED);
    assertThat(hall.hasEnded(estate)).isTrue();
    assertThat(hall.hasEnded(works)).isTrue();
  }

  @Test
  void beginsWithTheOpinionWhoeverCollectsItLate() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance works =
        accepted("sx", factory(Map.of("registrationWanted", "yes", "deliveryMethod", "pickup")));
    assertThat(hall.openTasks(works)).containsExactly("统一出件");
    ProcessInstance estate = running((String) hall.variable(works, "firstRegistrationNo"));
    assertThat(hall.openTasks(estate)).containsExactly("核对登记材料");

    // past the 15 working days only the counter is late, not the departments
    hall.itIs("2026-10-12T09:00");
    assertThat(clocks.journal(works.getId()))
        .filteredOn(event -> event.kind() == ClockEvent.Kind.RED)
        .hasSize(1);
  }

  @Test
  void nobodyIsRegisteredWhoDidNotAsk() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance works = accepted("sx", factory(Map.of("registrationWanted", "no")));
    assertThat(hall.variable(works, "firstRegistrationNo")).isNull();
    assertThat(registrations()).isZero();
    ProcessInstance silent =
        accepted("sx", factory(Map.of("projectCode", "2024-371522-47-01-999999")));
    assertThat(hall.hasEnded(silent)).isTrue();
    assertThat(registrations()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ny, Approval", "hk, Planning"})
  void whereThePlanNamesNoConditionTheRegistrarExaminesAtOnce(String place, String registrar) {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance works = accepted(place, factory(Map.of("registrationWanted", "yes")));
    ProcessInstance estate = running((String) hall.variable(works, "firstRegistrationNo"));
    assertThat(hall.openTasks(estate)).containsExactly("审核登记申请");
    registers(place + registrar, estate, "no");
    assertThat(hall.hasEnded(estate)).isTrue();
  }

  @Test
  void homesAreRegisteredByTheDayTheyAreHandedOver() {
    hall.itIs("2026-09-14T09:00");
    Map<String, Object> homes =
        factory(
            Map.of(
                "registrationWanted", "yes",
                "projectType", "residential",
                "estateType", "commercial-housing",
                "handoverOn", "2026-10-02"));
    ProcessInstance works = accepted("ny", homes);
    ProcessInstance estate = running((String) hall.variable(works, "firstRegistrationNo"));
    // a day of the national holiday: the first office day after it
    assertThat(hall.dueOf(estate, "审核登记申请")).isEqualTo("2026-10-08T17:30");
    hall.itIs("2026-10-08T17:29");
    assertThat(hall.openTasks(estate)).containsExactly("审核登记申请");
    hall.itIs("2026-10-08T17:30");
    assertThat(hall.openTasks(estate)).containsExactly("审核登记申请", "督办并说明原因");
    supervised("ny", estate);
    // thirty working days by law from 14 September
    hall.itIs("2026-10-30T17:30");
    assertThat(hall.openTasks(estate)).containsExactly("审核登记申请", "督办并说明原因");
  }

  @Test
  void thirtyWorkingDaysRunAcrossTheSpringFestival() {
    hall.itIs("2026-02-10T09:00");
    ProcessInstance estate = atTheWindow("sx", Map.of());
    hall.completes("sxPlanning", estate, "核对登记材料", Map.of("registrationAcceptance", "accept"));
    assertThat(hall.timerOf(estate, "boundaryEvent_registrationCase"))
        .isEqualTo("2026-03-30T17:30");
  }

  @Test
  void silenceAcceptsTheApplicationAsOfItsReceipt() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance estate = atTheWindow("sx", Map.of());
    hall.itIs("2026-09-15T17:29");
    assertThat(hall.openTasks(estate)).containsExactly("核对登记材料");
    hall.itIs("2026-09-15T17:30");
    assertThat(hall.openTasks(estate)).containsExactly("审核登记申请", "督办并说明原因");
    assertThat(caseFile.find(estate.getBusinessKey()).orElseThrow().acceptedAt())
        .isEqualTo("2026-09-14T01:00:00Z");
    assertThat(clocks.journal(estate.getId()))
        .filteredOn(event -> event.kind() == ClockEvent.Kind.DEEMED_ACCEPTED)
        .singleElement()
        .satisfies(event -> assertThat(event.reason()).contains("《不动产登记暂行条例》第十七条"));
  }

  @Test
  void isNotAcceptedWithTheWholeListAndCanBeAppliedForAgain() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance estate = atTheWindow("lc", Map.of());
    hall.completes(
        "lcPlanning",
        estate,
        "核对登记材料",
        Map.of("registrationAcceptance", "refuse", "registrationReason", "缺权籍调查表"));
    assertThat(stateOf(estate.getBusinessKey())).isEqualTo(CaseState.REFUSED);
    hall.completes("lcClerk", estate, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(estate)).isTrue();
    assertThat(hall.openTasks(atTheWindow("lc", Map.of()))).containsExactly("核对登记材料");
  }

  @Test
  void aBuilderThatHandedOverAgainstTheRulesEntersTheCreditRecordAndIsRegisteredAllTheSame() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance estate = atTheWindow("hk", Map.of());
    hall.completes("hkPlanning", estate, "核对登记材料", Map.of("registrationAcceptance", "accept"));
    registers("hkPlanning", estate, "yes");
    assertThat(hall.hasEnded(estate)).isTrue();
    assertThat(
            jdbc.sql("select reason from ow_credit_record where receipt_no = ?")
                .param(estate.getBusinessKey())
                .query((row, n) -> vault.open("ow_credit_record.reason", row.getString(1)))
                .single())
        .contains("违规交付");
  }

  @Test
  void isRefusedForAReason() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance estate = atTheWindow("ny", Map.of());
    hall.completes("nyApproval", estate, "核对登记材料", Map.of("registrationAcceptance", "accept"));
    hall.completes(
        "nyApproval",
        estate,
        "审核登记申请",
        Map.of(
            "registrationDecision", "refuse",
            "registrationReason", "土地权属存在争议",
            "illegalDelivery", "no"));
    assertThat(stateOf(estate.getBusinessKey())).isEqualTo(CaseState.REJECTED);
    hall.completes("nyClerk", estate, "送达决定书", Map.of("deliveredTo", "王明德"));
    assertThat(hall.hasEnded(estate)).isTrue();
  }

  @Test
  void isNotAskedForTwiceAndNotBeforeTheAcceptance() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance works = hall.starts("sxClerk", ACCEPTANCE, factory(Map.of()));
    assertThat(refused(estate(Map.of("jointAcceptanceNo", works.getBusinessKey() + "-Y1"))))
        .containsExactly("jointAcceptanceNo");
    atTheWindow("sx", Map.of());
    assertThat(refused(estate(Map.of()))).containsExactly("jointAcceptanceNo");
    assertThatThrownBy(() -> hall.starts("sxClerk", SERVICE, estate(Map.of())))
        .hasStackTraceContaining("不能重复申请")
        .hasStackTraceContaining("《不动产登记暂行条例实施细则》第二十四条");
    assertThat(
            refused(
                estate(
                    Map.of("channel", "joint-acceptance", "jointAcceptanceNo", "LHYS2026-0099"))))
        .containsExactly("jointAcceptanceNo");
  }

  @Test
  void anOpinionOnASectionRegistersThatSectionOfThatProjectOnly() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance works =
        accepted("sx", factory(Map.of("acceptanceMode", "section", "sectionName", "2号车间")));
    Map<String, Object> second =
        Map.of("jointAcceptanceNo", works.getBusinessKey() + "-Y1", "sectionName", "２号 车间");
    assertThat(refused(estate(with(second, Map.of("sectionName", "1号车间")))))
        .containsExactly("sectionName");
    assertThat(refused(estate(with(second, Map.of("sectionName", "")))))
        .containsExactly("sectionName");
    // another project of the same name is another project
    assertThat(refused(estate(with(second, Map.of("projectCode", "2024-371522-47-01-654321")))))
        .containsExactly("jointAcceptanceNo");
    assertThat(refused(estate(with(second, Map.of("projectName", "弘基装备制造车间（二期）"))))).isEmpty();
  }

  @Test
  void namesEveryFieldThatIsWrongWithItsRule() {
    hall.itIs("2026-09-14T09:00");
    assertThat(refused(estate(Map.of("estateUnitNo", "371522001001GB00012"))))
        .containsExactly("estateUnitNo");
    assertThat(
            refused(
                estate(
                    Map.of("builderCode", "91371522MA3C0ABC10", "estateType", "enterprise-land"))))
        .containsExactly("builderCode", "handoverOn");
    assertThat(refused(estate(Map.of("estateType", "enterprise-land", "handoverOn", "2026-09-13"))))
        .containsExactly("handoverOn");
    assertThatThrownBy(
            () ->
                hall.starts(
                    "sxClerk",
                    ACCEPTANCE,
                    factory(Map.of("registrationWanted", "yes", "projectType", "residential"))))
        .satisfies(
            refusal ->
                assertThat(Problem.in(refusal).fields())
                    .extracting(Problem.Field::key)
                    .containsExactly("estateType"));
  }

  /** A finished factory that its builder wants accepted. */
  private static Map<String, Object> factory(Map<String, Object> changes) {
    Map<String, Object> form = estate(Map.of());
    form.remove("jointAcceptanceNo");
    form.put("projectType", "industrial");
    form.put("constructionPermitNo", "371522202403010101");
    form.put("permitDate", "2024-03-01");
    form.put("completionDate", "2025-10-20");
    form.put("floorArea", "35620.5");
    form.put("surveyResultNo", "DC2025-0108");
    form.put("acceptanceMode", "whole");
    form.put("fireCategory", "filing");
    return with(form, changes);
  }

  private static Map<String, Object> estate(Map<String, Object> changes) {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王明德");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("builderName", "弘基装备有限公司");
    form.put("builderCode", BUILDER);
    form.put("projectName", "弘基装备制造车间");
    form.put("projectCode", "2024-371522-47-01-123456");
    form.put("location", "莘县通运路北、振兴街东");
    form.put("jointAcceptanceNo", "LHYS2026-0031");
    form.put("estateType", "industrial");
    form.put("estateUnitNo", "371522001001GB00012F00010001");
    form.put("landTitleNo", "鲁（2023）莘县不动产权第0001234号");
    form.put("deliveryMethod", "electronic");
    return with(form, changes);
  }

  private ProcessInstance atTheWindow(String place, Map<String, Object> changes) {
    return hall.starts(place + "Clerk", SERVICE, estate(changes));
  }

  /** The works are accepted jointly on the day they are applied for. */
  private ProcessInstance accepted(String place, Map<String, Object> form) {
    ProcessInstance works = hall.starts(place + "Clerk", ACCEPTANCE, form);
    hall.completes(place + "Clerk", works, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.completes(
        place + "Approval",
        works,
        "组织联合踏勘",
        Map.of("visitDate", "2026-09-14", "visitRecord", "住建、自然资源到场，查看车间"));
    hall.completes(place + "Planning", works, "出具规划核实意见", Map.of("opinion", "pass"));
    for (String task : List.of("出具消防意见", "出具竣工备案意见", "出具档案验收意见")) {
      hall.completes(place + "Housing", works, task, Map.of("opinion", "pass"));
    }
    for (String office : List.of("Planning", "Approval")) {
      hall.completes(place + office, works, "出具增加事项意见", Map.of("opinion", "pass"));
    }
    hall.completes(place + "Approval", works, "作出联合验收结论", Map.of("conclusionDecision", "grant"));
    return works;
  }

  private void registers(String person, ProcessInstance estate, String illegalDelivery) {
    hall.completes(
        person,
        estate,
        "审核登记申请",
        Map.of(
            "registrationDecision", "register",
            "illegalDelivery", illegalDelivery,
            "illegalDeliveryFacts", "2026年8月1日未经验收交付2号车间"));
  }

  private ProcessInstance running(String receiptNo) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(receiptNo)
        .rootProcessInstances()
        .singleResult();
  }

  private long registrations() {
    return runtime.createProcessInstanceQuery().processDefinitionKey(SERVICE).count();
  }

  private List<String> links(ProcessInstance theCase) {
    return clocks.journal(theCase.getId()).stream()
        .filter(event -> event.kind() == ClockEvent.Kind.LINKED)
        .map(ClockEvent::reason)
        .toList();
  }

  private void supervised(String place, ProcessInstance theCase) {
    hall.completes(
        place + "Supervisor",
        theCase,
        "督办并说明原因",
        Map.of("overdueReason", "经办人员外出培训", "correctiveAction", "指定专人当日补办"));
  }

  private List<String> refused(Map<String, Object> form) {
    try {
      hall.starts("sxClerk", SERVICE, form);
      return List.of();
    } catch (RuntimeException refusal) {
      return Problem.in(refusal).fields().stream().map(Problem.Field::key).toList();
    }
  }

  private CaseState stateOf(String receiptNo) {
    return caseFile.find(receiptNo).orElseThrow().state();
  }
}
