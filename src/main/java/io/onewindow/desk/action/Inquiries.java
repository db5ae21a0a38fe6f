package io.onewindow.desk.action;

import io.onewindow.department.Departments;
import io.onewindow.desk.TaskCheck;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Questions to other departments and signatures asked for beforehand. Each stands in a small
 * process of its own under the case's number; while one is open the task that asks cannot be
 * completed.
 */
@Component("inquiries")
public class Inquiries implements TaskCheck {

  private static final String PROCESS = "consultation";

  /** Fields of the answer's form. */
  private static final String DECISION = "inquiryDecision";

  private static final String OPINION = "inquiryOpinion";

  private final InquiryStore store;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final Departments departments;
  private final DeputyStore deputies;
  private final ActLog log;
  private final Callers callers;
  private final Clock time;

  Inquiries(
      InquiryStore store,
      RuntimeService runtime,
      HistoryService history,
      Departments departments,
      DeputyStore deputies,
      ActLog log,
      Callers callers,
      Clock time) {
    this.store = store;
    this.runtime = runtime;
    this.history = history;
    this.departments = departments;
    this.deputies = deputies;
    this.log = log;
    this.callers = callers;
    this.time = time;
  }

  /**
   * Asks one function, or one person of it.
   *
   * @param person null for the whole function
   */
  void ask(Inquiry.Kind kind, TaskAtHand task, String group, String person, String question) {
    Inquiry inquiry = asked(kind, task, group, person, question.strip());
    store.open(inquiry);
    String instance =
        callers.inOwnName(
            () ->
                runtime
                    .createProcessInstanceByKey(PROCESS)
                    .processDefinitionWithoutTenantId()
                    .businessKey(task.file().receiptNo())
                    .setVariables(variables(inquiry, task))
                    .execute()
                    .getId());
    store.standsIn(inquiry.id(), instance);
  }

  private Inquiry asked(
      Inquiry.Kind kind, TaskAtHand task, String group, String person, String question) {
    return new Inquiry(
        UUID.randomUUID().toString(),
        kind,
        task.file().receiptNo(),
        task.file().jurisdiction(),
        task.task().getId(),
        null,
        group,
        person,
        question,
        task.caller().id(),
        now(),
        Inquiry.State.OPEN,
        null,
        null,
        null,
        null,
        null);
  }

  private Map<String, Object> variables(Inquiry inquiry, TaskAtHand task) {
    String office =
        String.join(
            "、",
            task.groups().stream()
                .map(group -> departments.name(inquiry.jurisdiction(), group))
                .toList());
    Map<String, Object> variables = new HashMap<>();
    variables.put("jurisdiction", inquiry.jurisdiction());
    variables.put("receiptNo", inquiry.receiptNo());
    variables.put("inquiryId", inquiry.id());
    variables.put("inquiryKind", inquiry.kind().label());
    variables.put("inquirySubject", task.file().subject());
    variables.put("inquiryFrom", office + "（" + inquiry.askedBy() + "）：" + task.task().getName());
    variables.put("inquiryQuestion", inquiry.question());
    variables.put("askedGroup", inquiry.askedGroup());
    variables.put("askedPerson", inquiry.askedPerson());
    return variables;
  }

  /** For the model: the answer's form was submitted. */
  public void answered(DelegateExecution execution) {
    Inquiry inquiry = store.find((String) execution.getVariable("inquiryId")).orElseThrow();
    HistoricTaskInstance task =
        history
            .createHistoricTaskInstanceQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .singleResult();
    String by = callers.current().map(Caller::id).orElse(task.getAssignee());
    Inquiry answered =
        inquiry.ended(
            Inquiry.State.ANSWERED,
            Inquiry.Decision.of((String) execution.getVariable(DECISION)),
            (String) execution.getVariable(OPINION),
            by,
            deputies.absentOf(task.getId(), by).orElse(null),
            now());
    store.end(answered);
    log.write(
        new ActRecord(
            null,
            Act.ANSWER,
            inquiry.receiptNo(),
            inquiry.jurisdiction(),
            execution.getProcessInstanceId(),
            task.getTaskDefinitionKey(),
            task.getId(),
            task.getName(),
            by,
            answered.endedFor(),
            by,
            inquiry.askedBy(),
            answered.decision().label() + "：" + answered.opinion(),
            null,
            null,
            null));
  }

  /** Takes an open inquiry back, for that reason. */
  void withdraw(Inquiry inquiry, String by, String reason) {
    end(inquiry.ended(Inquiry.State.WITHDRAWN, null, reason.strip(), by, null, now()));
  }

  private void end(Inquiry ended) {
    store.end(ended);
    callers.inOwnName(
        () -> {
          runtime.deleteProcessInstanceIfExists(
              ended.processInstanceId(), ended.opinion(), false, true, true, false);
          return null;
        });
  }

  /** The task that asked is no more: nobody need answer. */
  @EventListener(condition = "#task.eventName == 'delete'")
  void taskEnded(DelegateTask task) {
    store.ofTask(task.getId()).stream()
        .filter(Inquiry::isOpen)
        .map(one -> one.ended(Inquiry.State.LAPSED, null, "原步骤已终止", null, null, now()))
        .forEach(this::end);
  }

  @Override
  public List<Problem.Field> violations(DelegateTask task) {
    List<Inquiry> open = store.ofTask(task.getId()).stream().filter(Inquiry::isOpen).toList();
    if (!open.isEmpty()) {
      throw Problem.conflict(
          "inquiry-open",
          "尚有 "
              + open.size()
              + " 项征询未答复（"
              + String.join(
                  "、",
                  open.stream()
                      .map(one -> departments.name(one.jurisdiction(), one.askedGroup()))
                      .toList())
              + "）；请等待答复，或在“办理动作”中写明理由撤回征询后再办结。");
    }
    return List.of();
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
