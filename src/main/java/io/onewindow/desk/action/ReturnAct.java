package io.onewindow.desk.action;

import io.onewindow.casefile.CaseFile;
import io.onewindow.engine.Callers;
import io.onewindow.promise.PromiseClock;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** Sends work back to a step that is done already; the clock of the case runs on. */
@Component
class ReturnAct implements ActHandler {

  private static final String BODY = "#multiInstanceBody";

  private final ReturnSteps steps;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final CaseFile files;
  private final PromiseClock clocks;
  private final Callers callers;
  private final ActLog log;

  ReturnAct(
      ReturnSteps steps,
      RuntimeService runtime,
      RepositoryService repository,
      CaseFile files,
      PromiseClock clocks,
      Callers callers,
      ActLog log) {
    this.steps = steps;
    this.runtime = runtime;
    this.repository = repository;
    this.files = files;
    this.clocks = clocks;
    this.callers = callers;
    this.log = log;
  }

  @Override
  public Act act() {
    return Act.RETURN;
  }

  @Override
  public String refusal(TaskAtHand task) {
    String held = ActHandler.unlessHeld(task);
    if (held != null) {
      return held;
    }
    if (task.file().closedAt() != null || files.isDecided(task.file().receiptNo())) {
      return "本办件已作出决定，不能再退回。";
    }
    ReturnSteps.Offer offer = steps.of(task.task());
    if (!offer.steps().isEmpty()) {
      return null;
    }
    return offer.limit() == null ? "此前没有已办的步骤可以退回。" : offer.limit();
  }

  @Override
  public void perform(TaskAtHand task, ActOrder order) {
    ReturnSteps.Offer offer = steps.of(task.task());
    ReturnStep to =
        offer.steps().stream()
            .filter(step -> step.element().equals(order.step()))
            .findFirst()
            .orElseThrow(() -> ActFields.wrong("step", "退回到", "应为可退回的步骤之一" + why(offer)));
    log.write(Act.RETURN, task, task.task().getName(), to.name(), order.reason());
    clocks.returning(
        to.processInstanceId(),
        to.element(),
        steps.calledBy(to),
        () -> move(to, order.reason().strip()));
  }

  private static String why(ReturnSteps.Offer offer) {
    return offer.limit() == null ? "" : "（" + offer.limit() + "）";
  }

  /**
   * First the new step begins and then the old one is left, so that the process never stands empty.
   * What the old step would have handed on had it been done is not handed on.
   */
  private void move(ReturnStep to, String reason) {
    acting(
        () -> {
          runtime
              .createProcessInstanceModification(to.processInstanceId())
              .startBeforeActivity(startable(to), to.scopeInstanceId())
              .setAnnotation(reason)
              .execute();
          return null;
        });
    acting(
        () -> {
          runtime
              .createProcessInstanceModification(to.processInstanceId())
              .cancelActivityInstance(to.leftInstanceId())
              .setAnnotation(reason)
              .execute(false, true);
          return null;
        });
  }

  private void acting(Supplier<Void> deed) {
    callers.inOwnName(deed);
  }

  private String startable(ReturnStep to) {
    String definition =
        callers.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceId(to.processInstanceId())
                    .singleResult()
                    .getProcessDefinitionId());
    FlowNode node = repository.getBpmnModelInstance(definition).getModelElementById(to.element());
    return Level.isMultiInstance(node) ? to.element() + BODY : to.element();
  }
}
