package io.onewindow.casefile.confidential;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.database.EveryTable;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.desk.action.Act;
import io.onewindow.desk.action.ActLog;
import io.onewindow.desk.action.ActRecord;
import io.onewindow.engine.ConfidentialVariable.Kind;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Numbers of persons: nowhere in the database, whole in the models' hands, read for a reason. */
@StoryTest
@OnBothDatabases
class PersonalDataTest {

  private static final String ID_NO = "11010519491231002X";
  private static final String PHONE = "18612345678";
  private static final String EMAIL = "nobody.else@hall.example";
  private static final List<String> SECRETS = List.of(ID_NO, PHONE, EMAIL);

  @Autowired private Hall hall;
  @Autowired private PersonalData personalData;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;
  @Autowired private Materials materials;
  @Autowired private ActLog acts;
  @Autowired private Vault vault;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private ProcessInstance aCase() {
    hall.itIs("2026-09-15T09:00");
    Map<String, Object> form = new HashMap<>(tradingCompany());
    form.putAll(
        Map.of(
            "applicantIdNo",
            ID_NO,
            "applicantPhone",
            PHONE,
            "deliveryMethod",
            "electronic",
            "deliveryEmail",
            EMAIL,
            "filedBy",
            "agent",
            "agentName",
            "李代办",
            "agentIdNo",
            ID_NO,
            "authorizationNo",
            "委2026-1"));
    return hall.starts("hkClerk", "company-registration", form);
  }

  @Test
  void areFoundInNoTableAfterADayOfWork() {
    ProcessInstance theCase = aCase();
    wordsOfTheirOwnAboutA(theCase);
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(EveryTable.columns(jdbc, (column, text) -> EveryTable.mentions(text, SECRETS)))
        .isEmpty();
  }

  /** Wherever people write freely they write numbers, too. */
  private void wordsOfTheirOwnAboutA(ProcessInstance theCase) {
    String receiptNo = theCase.getBusinessKey();
    String task = hall.task("hkClerk", theCase, "审查申请材料").getId();
    hall.as("hkClerk", () -> personalData.inFull(task, "applicantPhone", "回拨 " + PHONE));
    String words = "持 " + ID_NO + " 到窗口，电话 " + PHONE;
    materials.submitPaper(receiptNo, "premises", words);
    acts.write(
        new ActRecord(
            null,
            Act.RETURN,
            receiptNo,
            "hekou",
            null,
            null,
            task,
            null,
            "hkClerk",
            null,
            null,
            null,
            words,
            null,
            null,
            null));
    assertThat(acts.ofCase(receiptNo).get(0).reason()).isEqualTo(words);
  }

  @Test
  void stayWholeForTheModelsAndInHistory() {
    ProcessInstance theCase = aCase();
    assertThat(hall.variable(theCase, "applicantIdNo")).isEqualTo(ID_NO);
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(theCase.getId())
                .variableName("applicantPhone")
                .singleResult()
                .getValue())
        .isEqualTo(PHONE);
  }

  @Test
  void areMaskedUntilSomebodySaysWhatFor() {
    ProcessInstance theCase = aCase();
    String task = hall.task("hkClerk", theCase, "审查申请材料").getId();
    assertThat(hall.as("hkClerk", () -> personalData.masked(task)))
        .contains(
            new PersonalData.Masked("applicantIdNo", "申请人证件号码", "1101**********002X"),
            new PersonalData.Masked("applicantPhone", "申请人手机号码", "186****5678"),
            new PersonalData.Masked("deliveryEmail", "电子邮箱", "n**********@hall.example"));
    assertThatThrownBy(
            () -> hall.as("hkClerk", () -> personalData.inFull(task, "applicantPhone", " ")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("理由");
    assertThat(readings(theCase)).isEmpty();
    assertThat(hall.as("hkClerk", () -> personalData.inFull(task, "applicantPhone", "电话告知补正")))
        .isEqualTo(PHONE);
    assertThat(readings(theCase)).containsExactly("hkClerk 申请人手机号码\n电话告知补正");
  }

  @Test
  void showTheLessTheShorterTheyAre() {
    assertThat(Kind.ID_NUMBER.mask("371522199003070006")).isEqualTo("3715**********0006");
    assertThat(Kind.ID_NUMBER.mask("E12345678")).isEqualTo("E1*****78");
    assertThat(Kind.ID_NUMBER.mask("E12")).isEqualTo("***");
    assertThat(Kind.PHONE.mask("0534-1234567")).isEqualTo("053*****4567");
    assertThat(Kind.EMAIL.mask("a@hall.example")).isEqualTo("*@hall.example");
  }

  @Test
  void areNobodysInAnotherHall() {
    Task task = hall.task("hkClerk", aCase(), "审查申请材料");
    assertThatThrownBy(
            () ->
                hall.as("nyClerk", () -> personalData.inFull(task.getId(), "applicantPhone", "好奇")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("无权查看");
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
  }

  private List<String> readings(ProcessInstance theCase) {
    return jdbc.query(
        "select actor, detail from ow_audit where receipt_no = ? and event = 'PERSONAL_DATA_READ'",
        (row, n) -> row.getString(1) + " " + vault.open("ow_audit.detail", row.getString(2)),
        theCase.getBusinessKey());
  }
}
