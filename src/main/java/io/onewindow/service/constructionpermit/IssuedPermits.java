package io.onewindow.service.constructionpermit;

import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/**
 * The permits this system has issued, as the history of their cases tells; of those issued
 * elsewhere it knows nothing.
 */
@Component
class IssuedPermits {

  private static final String NUMBER = "permitNo";
  private static final String PROJECT = "permittedProject";
  private static final String PART = "permittedPart";
  private static final String EXEMPTION = "exemptionNo";
  private static final String DAY = "permittedOn";

  private final HistoryService history;
  private final Clock time;

  IssuedPermits(HistoryService history, Clock time) {
    this.history = history;
    this.time = time;
  }

  /** What is permitted already and would be permitted again: the same part, or the whole of it. */
  Optional<IssuedPermit> covering(Works works) {
    String part = works.part();
    return found(PROJECT, works.text("projectCode")).stream()
        .filter(
            issued ->
                Works.isWhole(part) || Works.isWhole(issued.part()) || issued.part().equals(part))
        .findFirst();
  }

  Optional<IssuedPermit> numbered(String number) {
    return found(NUMBER, number).stream().findFirst();
  }

  /** The notice of that number that works need no permit: it holds for the whole of them. */
  Optional<IssuedPermit> exempting(String number) {
    return history
        .createHistoricVariableInstanceQuery()
        .variableName(EXEMPTION)
        .variableValueEquals(EXEMPTION, number)
        .list()
        .stream()
        .findFirst()
        .map(
            notice ->
                new IssuedPermit(
                    text(notice.getProcessInstanceId(), "projectCode"),
                    Works.WHOLE,
                    number,
                    LocalDate.ofInstant(notice.getCreateTime().toInstant(), time.getZone())
                        .toString()));
  }

  /**
   * @throws Problem 409 when it was permitted in another case while this one was under way
   */
  void enter(DelegateExecution theCase, String number) {
    Works works = new Works(theCase);
    covering(works)
        .ifPresent(
            before -> {
              throw Problem.conflict(
                  "works-permitted", "本项目的该部分已在另一办件中取得施工许可证（" + before.number() + "），不得重复核发。");
            });
    theCase.setVariable(NUMBER, number);
    theCase.setVariable(PROJECT, works.text("projectCode"));
    theCase.setVariable(PART, works.part());
    theCase.setVariable(DAY, LocalDate.now(time).toString());
  }

  private List<IssuedPermit> found(String variable, String value) {
    return history
        .createHistoricVariableInstanceQuery()
        .variableName(variable)
        .variableValueEquals(variable, value)
        .list()
        .stream()
        .map(HistoricVariableInstance::getProcessInstanceId)
        .distinct()
        .map(
            instance ->
                new IssuedPermit(
                    text(instance, PROJECT),
                    text(instance, PART),
                    text(instance, NUMBER),
                    text(instance, DAY)))
        .filter(issued -> !issued.part().isEmpty())
        .toList();
  }

  private String text(String instance, String variable) {
    HistoricVariableInstance found =
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceId(instance)
            .variableName(variable)
            .singleResult();
    return found == null || found.getValue() == null ? "" : found.getValue().toString();
  }
}
