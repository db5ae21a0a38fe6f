package io.onewindow.casefile.retention;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.RepeatedRequests;
import io.onewindow.casefile.material.CreditRecords;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.database.EveryTable;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.desk.action.ActOrder;
import io.onewindow.desk.action.TaskActs;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case about which somebody wrote something wherever one can write, and what is left of it. */
@StoryTest
@OnBothDatabases
class ClearedCaseTest {

  private static final String APPLICANT = "钱到期";
  private static final String ID_NO = "371522198506150011";
  private static final String PHONE = "13969700001";
  private static final List<String> PERSONAL = List.of(APPLICANT, ID_NO, PHONE);
  private static final String WORDS = APPLICANT + "，" + ID_NO + "，电话 " + PHONE;

  /** Added to and never changed: what people wrote stays, sealed. */
  private static final Set<String> SEALED_FOR_GOOD =
      Set.of(
          "ow_action.reason", "ow_audit.detail", "ow_clock_event.reason", "ow_material_event.note");

  @Autowired private Hall hall;
  @Autowired private Retention retention;
  @Autowired private CaseFile files;
  @Autowired private Materials materials;
  @Autowired private TaskActs taskActs;
  @Autowired private ClockActs clockActs;
  @Autowired private Ratings ratings;
  @Autowired private CreditRecords credit;
  @Autowired private RepeatedRequests requests;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private Vault vault;
  @Autowired private JdbcTemplate jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private void clearAll() {
    while (retention.clearOne()) {
      // until nobody's time is up
    }
  }

  private SortedSet<String> inClear() {
    return EveryTable.columns(jdbc, (column, text) -> EveryTable.mentions(text, PERSONAL));
  }

  /** Sealed texts, which only this system opens: a text is sealed for the column it stands in. */
  private SortedSet<String> sealed() {
    return EveryTable.columns(
        jdbc,
        (column, text) ->
            text.startsWith("ow1:")
                && column.startsWith("ow_")
                && EveryTable.mentions(vault.open(column, text), PERSONAL));
  }

  @Test
  void namesNobodyInAnyTableButSealedInWhatIsOnlyAddedTo() {
    ProcessInstance theCase = aCaseAboutWhichMuchIsWritten();
    assertThat(inClear()).contains("ow_case.applicant_name", "act_hi_comment.message_");
    assertThat(sealed())
        .containsAll(SEALED_FOR_GOOD)
        .contains("ow_inquiry.question", "ow_rating.remark", "ow_credit_record.reason");

    hall.itIs("2036-10-20T10:00");
    clearAll();
    assertThat(files.find(theCase.getBusinessKey()).orElseThrow().applicantName())
        .isEqualTo(RetentionStore.CLEARED);
    assertThat(inClear()).isEmpty();
    assertThat(sealed()).isEqualTo(SEALED_FOR_GOOD);
  }

  private ProcessInstance aCaseAboutWhichMuchIsWritten() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = received();
    String receiptNo = theCase.getBusinessKey();
    handsInMaterials(receiptNo);
    asksAndIsAnswered(theCase);
    tellsWhatIsMissing(theCase);
    standsStill(theCase);
    looksSuspicious(theCase);
    isRatedBadly(receiptNo);
    credit.enter(receiptNo, ID_NO, WORDS, "信用承诺书");
    requests.once(
        "key of " + receiptNo, "nyClerk", WORDS.getBytes(StandardCharsets.UTF_8), () -> receiptNo);
    isToldToADepartment(receiptNo);
    assertThat(hall.hasEnded(theCase)).isTrue();
    return theCase;
  }

  private ProcessInstance received() {
    return hall.starts(
        "nyClerk",
        "company-registration",
        with(
            tradingCompany(),
            Map.of(
                "applicantName",
                APPLICANT,
                "applicantIdNo",
                ID_NO,
                "applicantPhone",
                PHONE,
                "legalRepName",
                APPLICANT,
                "legalRepIdNo",
                ID_NO,
                "shareholder1Name",
                APPLICANT,
                "shareholder1Code",
                ID_NO,
                "additionalPremises",
                APPLICANT + "的仓库")));
  }

  private void handsInMaterials(String receiptNo) {
    hall.as(
        "nyClerk",
        () -> {
          materials.submitPaper(receiptNo, "premises", WORDS);
          return null;
        });
  }

  private void asksAndIsAnswered(ProcessInstance theCase) {
    String task = hall.task("nyClerk", theCase, "审查申请材料").getId();
    hall.as(
        "nyClerk",
        () -> {
          taskActs.perform(
              task, new ActOrder("CONSULT", WORDS, null, null, List.of("approval"), null, null));
          tasks.createComment(task, theCase.getId(), WORDS);
          return null;
        });
    hall.answersInquiry(
        "nyApproval",
        theCase.getBusinessKey(),
        Map.of("inquiryDecision", "agree", "inquiryOpinion", WORDS));
  }

  private void tellsWhatIsMissing(ProcessInstance theCase) {
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "住所证明缺" + WORDS + "签字"));
    hall.completes("nyClerk", theCase, "登记补正材料", Map.of("supplementNote", WORDS));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  private void standsStill(ProcessInstance theCase) {
    hall.as(
        "nyApproval",
        () -> {
          String pause = clockActs.pause(theCase.getId(), PauseKind.EXPERT_REVIEW, "T-1", WORDS);
          clockActs.resume(theCase.getId(), pause);
          return null;
        });
  }

  private void looksSuspicious(ProcessInstance theCase) {
    hall.completes(
        "nyApproval",
        theCase,
        "审查名称住所",
        Map.of("registrationDecision", "grant", "suspicion", WORDS));
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", APPLICANT));
    hall.completes("nyMarketReg", theCase, "认领监管信息", Map.of("takeOverNote", WORDS));
  }

  private void isRatedBadly(String receiptNo) {
    ratings.rate(files.find(receiptNo).orElseThrow(), 1, WORDS);
    ProcessInstance followUp =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey("rating-follow-up")
            .processInstanceBusinessKey(receiptNo)
            .singleResult();
    hall.completes(
        "nySupervisor",
        followUp,
        "回访核实差评",
        Map.of("ratingFinding", "rectify", "ratingInquiry", WORDS));
    hall.completes("nySupervisor", followUp, "整改并答复", Map.of("ratingAnswer", WORDS));
  }

  /** As it would stand there had the department's system never been heard of again. */
  private void isToldToADepartment(String receiptNo) {
    String id = "request of " + receiptNo;
    jdbc.update(
        "insert into ow_exchange (request_id, kind, system_id, receipt_no, jurisdiction, department,"
            + " subject, body, state, created_at, tries)"
            + " values (?, 'STEP', 'ny-tax', ?, 'ningyang', 'tax', '办理涉税事项', ?, 'WAITING',"
            + " current_timestamp, 0)",
        id,
        receiptNo,
        WORDS);
    jdbc.update(
        "insert into ow_exchange_answer (system_id, answer_key, digest, request_id, status, outcome,"
            + " note, answered_at) values ('ny-tax', ?, '', ?, 'DONE', 'TAKEN', ?,"
            + " current_timestamp)",
        "answer to " + id,
        id,
        WORDS);
  }
}
