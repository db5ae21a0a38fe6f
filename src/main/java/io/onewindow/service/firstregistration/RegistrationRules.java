package io.onewindow.service.firstregistration;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.problem.Problem;
import io.onewindow.service.AskedWithAcceptance;
import io.onewindow.service.FormValues;
import io.onewindow.service.JointOpinion;
import io.onewindow.service.JointOpinions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** What an application for a first registration must satisfy beyond the form's own rules. */
@Component
class RegistrationRules {

  private static final String NUMBER = "jointAcceptanceNo";
  private static final String NUMBER_LABEL = "联合验收意见书编号";
  private static final Set<CaseState> OVER =
      EnumSet.of(CaseState.REFUSED, CaseState.REJECTED, CaseState.WITHDRAWN);

  private final CaseFile cases;
  private final JointOpinions opinions;
  private final RegisteredOpinions registered;
  private final HistoryService history;
  private final Clock time;

  RegistrationRules(
      CaseFile cases,
      JointOpinions opinions,
      RegisteredOpinions registered,
      HistoryService history,
      Clock time) {
    this.cases = cases;
    this.opinions = opinions;
    this.registered = registered;
    this.history = history;
    this.time = time;
  }

  static String opinion(VariableScope application) {
    return new FormValues(application).text(NUMBER);
  }

  /** The receipt number of the case that issued a joint opinion of this system. */
  static String receiptOf(String opinionNo) {
    return opinionNo.replaceAll("-Y\\d+$", "");
  }

  List<Problem.Field> violations(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    form.applicantId();
    form.creditCode("builderCode", "统一社会信用代码");
    boolean together = form.is(CaseFile.CHANNEL, AskedWithAcceptance.CHANNEL);
    Optional<LocalDate> handover = EstateRules.check(form);
    handover
        .filter(day -> !together && day.isBefore(LocalDate.now(time)))
        .ifPresent(day -> form.refuse("handoverOn", "交房（地）日期", "不得早于今天：交房（地）即办证"));
    acceptance(form, together, jurisdiction);
    return form.refused();
  }

  /** An opinion of this system must be one on this estate; of others nothing is known here. */
  private void acceptance(FormValues form, boolean together, String jurisdiction) {
    String number = form.text(NUMBER);
    String clause = "取得验收备案证明后方可办理首次登记，" + RegistrationClauses.of(jurisdiction);
    Optional<JointOpinion> opinion = opinions.issued(number);
    opinion.ifPresent(issued -> issued.check(form, NUMBER, clause));
    boolean ofACase = cases.find(receiptOf(number)).isPresent();
    if (opinion.isEmpty() && (together || ofACase)) {
      form.refuse(NUMBER, NUMBER_LABEL, "应为已核发的联合验收意见书编号（" + clause + "）");
    }
    registered
        .receiptOf(number)
        .or(() -> underWay(number))
        .ifPresent(
            before ->
                form.refuse(
                    NUMBER,
                    NUMBER_LABEL,
                    "不能重复申请：该意见书已申请首次登记（受理编号 "
                        + before
                        + "）；首次登记是不动产权利第一次登记（《不动产登记暂行条例实施细则》第二十四条）"));
  }

  /** The case in which that opinion is about to be registered. */
  private Optional<String> underWay(String opinionNo) {
    return history
        .createHistoricVariableInstanceQuery()
        .variableName(FirstRegistration.OPINION)
        .variableValueEquals(FirstRegistration.OPINION, opinionNo)
        .list()
        .stream()
        .map(HistoricVariableInstance::getProcessInstanceId)
        .map(this::receiptNo)
        .filter(number -> cases.find(number).filter(f -> !OVER.contains(f.state())).isPresent())
        .findFirst();
  }

  private String receiptNo(String instance) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceId(instance)
        .singleResult()
        .getBusinessKey();
  }
}
