package io.onewindow.desk.action;

import static io.onewindow.desk.action.MatrixCase.A;
import static io.onewindow.desk.action.MatrixCase.B;
import static io.onewindow.desk.action.MatrixCase.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.onewindow.casefile.CaseFile;
import io.onewindow.gates.Generated;
import io.onewindow.problem.Problem;
import io.onewindow.promise.StepClock;
import io.onewindow.story.StoryTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every act in every structure: what it does to the tokens, to the clocks and to the audit, and
 * that the case still comes to its end once.
 */
@StoryTest
@Import(MatrixCase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActMatrixTest {

  private static final String WHY = "矩阵测试理由";

  @Autowired private MatrixCase one;
  @Autowired private TaskActs acts;
  @Autowired private ActLog log;
  @Autowired private Reassignments reassignments;
  @Autowired private Deputies deputies;
  @Autowired private InquiryStore inquiries;
  @Autowired private CaseFile files;
  @Autowired private FormService forms;
  @Autowired private JdbcClient jdbc;

  private final MatrixResults results = new MatrixResults();
  private String refusal;

  @BeforeAll
  void deploy() {
    one.deploy();
  }

  @AfterAll
  void publish() {
    one.undeploy();
    Generated.assertCurrent(Path.of("docs/actions-matrix.md"), results.document(), getClass());
  }

  @AfterEach
  void closeTheHall() {
    one.hall.closes();
  }

  @TestFactory
  Stream<DynamicContainer> everyActInEveryStructure() {
    return Arrays.stream(Structure.values())
        .map(
            structure ->
                DynamicContainer.dynamicContainer(
                    structure.label,
                    rows().entrySet().stream()
                        .map(
                            row ->
                                DynamicTest.dynamicTest(
                                    row.getKey(),
                                    () -> {
                                      run(structure, row.getValue());
                                      results.note(row.getKey(), structure, refusal);
                                    }))));
  }

  /** One row of the matrix. */
  interface Row {
    void play(Structure structure, Task task);
  }

  private Map<String, Row> rows() {
    Map<String, Row> rows = new LinkedHashMap<>();
    rows.put("认领与释放", (s, t) -> claimsAndReleases(t));
    rows.put("转办给人员和部门", (s, t) -> transfers(t));
    rows.put("委派与交回", (s, t) -> delegatesAndGetsItBack(t));
    rows.put("委派与收回", (s, t) -> delegatesAndTakesItBack(t));
    rows.put("并行征求意见", (s, t) -> consults(t));
    rows.put("撤回征询", (s, t) -> withdrawsAnInquiry(t));
    rows.put("前加签", (s, t) -> signsBefore(t));
    rows.put("后加签与退回上一签署人", (s, t) -> signsAfter(t));
    rows.put("取消后加签", (s, t) -> cancelsSigners(t));
    rows.put("退回结构内上一步", this::returnsInside);
    rows.put("退回结构之前的步骤", this::returnsOutside);
    rows.put("申请人撤回", (s, t) -> withdraws(t));
    rows.put("代办", (s, t) -> deputises(t));
    rows.put("批量改派", (s, t) -> reassigns(t));
    return rows;
  }

  private void run(Structure structure, Row row) {
    refusal = null;
    try {
      Task task = one.begin(structure);
      StepClock before = one.wholeCase();
      long records = recorded();
      row.play(structure, task);
      assertThat(operationsSince(records)).as("recorded twice").isEmpty();
      StepClock after = one.wholeCase();
      assertThat(after.startedAt()).isEqualTo(before.startedAt());
      assertThat(after.dueAt()).isEqualTo(before.dueAt());
    } finally {
      one.hall.closes();
      one.forgetDeputies();
    }
  }

  private long recorded() {
    return jdbc.sql("select coalesce(max(entry_no), 0) from ow_audit").query(Long.class).single();
  }

  /** What is recorded as done to the engine though it was one of our acts. */
  private List<String> operationsSince(long records) {
    return jdbc.sql("select event from ow_audit where entry_no > ? and event like 'OPERATION%'")
        .param(records)
        .query(String.class)
        .list();
  }

  private void claimsAndReleases(Task task) {
    does(A, task, Act.CLAIM);
    assertThat(one.here().getAssignee()).isEqualTo(A);
    refused(B, task, Act.CLAIM, "任务已由 nyApproval 认领");
    refused(B, task, Act.RELEASE, "只能由其本人释放");
    does(A, task, Act.RELEASE);
    assertThat(one.here().getAssignee()).isNull();
    audited(Act.CLAIM, Act.RELEASE);
    logged(task, UserOperationLogEntry.OPERATION_TYPE_CLAIM, A);
    one.finish();
  }

  private void transfers(Task task) {
    does(A, task, order(Act.TRANSFER, B));
    assertThat(one.here().getAssignee()).isEqualTo(B);
    refused(A, task, order(Act.TRANSFER, C), "办理中");
    does(B, task, order(Act.TRANSFER, null));
    assertThat(one.here().getAssignee()).isNull();
    audited(Act.TRANSFER, Act.TRANSFER);
    one.finish();
  }

  private void delegatesAndGetsItBack(Task task) {
    does(A, task, order(Act.DELEGATE, B));
    assertThat(one.here().getDelegationState()).isEqualTo(DelegationState.PENDING);
    refused(A, task, order(Act.TRANSFER, C), "办理中");
    assertThatThrownBy(() -> complete(B, task)).hasRootCauseInstanceOf(Problem.class);
    does(B, task, Act.HAND_BACK);
    assertThat(one.here().getAssignee()).isEqualTo(A);
    assertThat(one.here().getDelegationState()).isEqualTo(DelegationState.RESOLVED);
    audited(Act.DELEGATE, Act.HAND_BACK);
    logged(task, UserOperationLogEntry.OPERATION_TYPE_DELEGATE, A);
    logged(task, UserOperationLogEntry.OPERATION_TYPE_RESOLVE, B);
    one.finish();
  }

  private void delegatesAndTakesItBack(Task task) {
    does(A, task, order(Act.DELEGATE, B));
    refused(B, task, Act.TAKE_BACK, "没有由您委派出去");
    does(A, task, Act.TAKE_BACK);
    assertThat(one.here().getAssignee()).isEqualTo(A);
    assertThat(one.here().getDelegationState()).isNull();
    audited(Act.DELEGATE, Act.TAKE_BACK);
    one.finish();
  }

  private void consults(Task task) {
    does(A, task, groups("tax", "police"));
    assertThat(one.inquiries()).hasSize(2);
    assertThatThrownBy(() -> complete(A, task)).rootCause().hasMessageContaining("尚有 2 项征询未答复");
    answer("nyTax", "agree");
    answer("nyPolice", "object");
    assertThat(inquiries.ofTask(task.getId()))
        .extracting(Inquiry::state, Inquiry::decision, Inquiry::endedBy)
        .containsExactlyInAnyOrder(
            tuple(Inquiry.State.ANSWERED, Inquiry.Decision.AGREE, "nyTax"),
            tuple(Inquiry.State.ANSWERED, Inquiry.Decision.OBJECT, "nyPolice"));
    audited(Act.CONSULT, Act.ANSWER, Act.ANSWER);
    one.finish();
  }

  private void withdrawsAnInquiry(Task task) {
    does(A, task, groups("tax"));
    Inquiry open = inquiries.ofTask(task.getId()).get(0);
    does(
        A, task, new ActOrder(Act.WITHDRAW_INQUIRY.name(), WHY, null, null, null, null, open.id()));
    assertThat(one.inquiries()).isEmpty();
    refused(A, task, Act.WITHDRAW_INQUIRY, "没有待答复的征询");
    audited(Act.CONSULT, Act.WITHDRAW_INQUIRY);
    one.finish();
  }

  private void signsBefore(Task task) {
    does(A, task, order(Act.SIGN_BEFORE, "nyLeader"));
    assertThatThrownBy(() -> complete(A, task)).rootCause().hasMessageContaining("征询未答复");
    answer("nyLeader", "agree");
    audited(Act.SIGN_BEFORE, Act.ANSWER);
    one.finish();
  }

  private void signsAfter(Task task) {
    does(A, task, persons(B, "nyLeader"));
    assertThatThrownBy(() -> submit(A, task, Map.of()))
        .rootCause()
        .hasMessageContaining("“审查意见”为必填项");
    submit(A, task, Map.of("reviewOpinion", "甲签署"));
    assertThat(one.here().getAssignee()).isEqualTo(B);
    does(B, task, Act.SEND_BACK);
    assertThat(one.here().getAssignee()).isEqualTo(A);
    assertThat(one.tasks.getVariable(task.getId(), "reviewOpinion")).isEqualTo("甲签署");
    submit(A, task, Map.of("reviewOpinion", "甲再签"));
    submit(B, task, Map.of("reviewOpinion", "乙签署"));
    assertThat(one.here().getAssignee()).isEqualTo("nyLeader");
    assertThatThrownBy(() -> complete(C, task)).rootCause().hasMessageContaining("须由 nyLeader 签署");
    submit("nyLeader", task, Map.of("reviewOpinion", "负责人签署"));
    audited(Act.SIGN_AFTER, Act.SIGN, Act.SEND_BACK, Act.SIGN, Act.SIGN, Act.SIGN);
    one.finish();
  }

  private void cancelsSigners(Task task) {
    does(A, task, persons(B));
    refused(A, task, order(Act.TRANSFER, C), "加签中");
    does(A, task, Act.CANCEL_SIGN_AFTER);
    assertThat(one.here().getDelegationState()).isNull();
    audited(Act.SIGN_AFTER, Act.CANCEL_SIGN_AFTER);
    one.finish();
  }

  private void returnsInside(Structure structure, Task task) {
    returns(task, "userTask_earlier", "初审材料", structure.noReturnInside);
  }

  private void returnsOutside(Structure structure, Task task) {
    returns(task, "userTask_before", "登记事项", structure.noReturnOutside);
  }

  private void returns(Task task, String step, String name, String refusal) {
    ActOrder order = new ActOrder(Act.RETURN.name(), WHY, null, null, null, step, null);
    List<String> before = one.openNames();
    does(A, task, groups("tax"));
    if (refusal != null) {
      this.refusal = refused(A, task, order, refusal);
      assertThat(one.openNames()).isEqualTo(before);
      answer("nyTax", "agree");
    } else {
      does(A, task, order);
      assertThat(one.openNames()).contains(name);
      assertThat(one.openNames()).hasSize(before.size());
      assertThat(one.tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
      assertThat(one.newest(step).stoppedAt()).isNull();
      assertThat(one.wholeCase().stoppedAt()).isNull();
      assertThat(inquiries.ofTask(task.getId()).get(0).state()).isEqualTo(Inquiry.State.LAPSED);
      assertThat(one.inquiries()).isEmpty();
      audited(Act.CONSULT, Act.RETURN);
      assertThat(
              one.history
                  .createUserOperationLogQuery()
                  .operationType(UserOperationLogEntry.OPERATION_TYPE_MODIFY_PROCESS_INSTANCE)
                  .userId(A)
                  .list())
          .extracting(UserOperationLogEntry::getAnnotation)
          .contains(WHY);
    }
    one.finish();
  }

  private void withdraws(Task task) {
    does(A, task, groups("tax"));
    does(A, task, Act.WITHDRAW_CASE);
    assertThat(one.open()).isEmpty();
    one.assertEnded();
    assertThat(one.wholeCase().stoppedAt()).isNotNull();
    assertThat(files.find(one.receiptNo()).orElseThrow().state().label()).isEqualTo("已撤回");
    audited(Act.CONSULT, Act.WITHDRAW_CASE);
  }

  private void deputises(Task task) {
    does(A, task, Act.CLAIM);
    LocalDate today = LocalDate.of(2026, 9, 15);
    String id =
        one.hall.as(
            A, () -> deputies.appoint(new DeputyOrder(null, B, today, today.plusDays(1), WHY)));
    assertThat(one.here().getAssignee()).isEqualTo(B);
    one.hall.as(B, () -> submitAs(task, Map.of("reviewOpinion", "代办")));
    assertThat(log.ofCase(one.receiptNo()))
        .filteredOn(record -> record.act() == Act.SIGN)
        .extracting(ActRecord::actor, ActRecord::onBehalfOf)
        .containsExactly(tuple(B, A));
    one.hall.as(
        A,
        () -> {
          deputies.cancel(id, WHY);
          return null;
        });
    one.finish();
  }

  private void reassigns(Task task) {
    does(A, task, Act.CLAIM);
    var order = new ReassignmentOrder(A, null, List.of(), B, WHY);
    assertThatThrownBy(() -> one.hall.as(A, () -> reassignments.reassign(order)))
        .hasMessageContaining("督办人员");
    assertThat(one.hall.as("nySupervisor", () -> reassignments.reassign(order))).isEqualTo(1);
    assertThat(one.here().getAssignee()).isEqualTo(B);
    audited(Act.CLAIM, Act.REASSIGN);
    logged(task, UserOperationLogEntry.OPERATION_TYPE_ASSIGN, "nySupervisor");
    one.finish();
  }

  private void answer(String person, String decision) {
    Task asked =
        one.hall.as(
            person,
            () ->
                one.tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(one.receiptNo())
                    .taskDefinitionKey("userTask_answerInquiry")
                    .singleResult());
    submit(person, asked, Map.of("inquiryDecision", decision, "inquiryOpinion", "意见如上"));
  }

  private void complete(String person, Task task) {
    one.hall.as(
        person,
        () -> {
          one.tasks.complete(task.getId(), Map.of("reviewOpinion", "同意"));
          return null;
        });
  }

  private void submit(String person, Task task, Map<String, Object> form) {
    one.hall.as(person, () -> submitAs(task, form));
  }

  private Void submitAs(Task task, Map<String, Object> form) {
    forms.submitTaskForm(task.getId(), new HashMap<>(form));
    return null;
  }

  private void does(String person, Task task, Act act) {
    does(person, task, ActOrder.of(act, WHY));
  }

  private void does(String person, Task task, ActOrder order) {
    one.hall.as(
        person,
        () -> {
          acts.perform(task.getId(), order);
          return null;
        });
  }

  private void refused(String person, Task task, Act act, String why) {
    refused(person, task, ActOrder.of(act, WHY), why);
  }

  private String refused(String person, Task task, ActOrder order, String why) {
    Problem refused = catchThrowableOfType(Problem.class, () -> does(person, task, order));
    assertThat(refused).hasMessageContaining(why);
    return refused.getMessage();
  }

  private static ActOrder order(Act act, String person) {
    return new ActOrder(act.name(), WHY, person, null, null, null, null);
  }

  private static ActOrder groups(String... groups) {
    return new ActOrder(Act.CONSULT.name(), WHY, null, null, List.of(groups), null, null);
  }

  private static ActOrder persons(String... persons) {
    return new ActOrder(Act.SIGN_AFTER.name(), WHY, null, List.of(persons), null, null, null);
  }

  /** Exactly these acts are on record, in this order, each with its reason and its actor. */
  private void audited(Act... wanted) {
    List<ActRecord> found = log.ofCase(one.receiptNo());
    assertThat(found).extracting(ActRecord::act).containsExactlyInAnyOrder(wanted);
    assertThat(found).allMatch(record -> record.actor() != null && !record.reason().isBlank());
  }

  private void logged(Task task, String operation, String who) {
    assertThat(
            one.history
                .createUserOperationLogQuery()
                .taskId(task.getId())
                .operationType(operation)
                .userId(who)
                .count())
        .as("%s by %s in the operation log", operation, who)
        .isPositive();
  }
}
