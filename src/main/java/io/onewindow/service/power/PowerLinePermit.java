package io.onewindow.service.power;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code power-line-permit} asks of its service. */
@Component("powerLinePermit")
public class PowerLinePermit {

  private static final String PHASE = "linePhase";
  private static final String ALONE = "alone";
  private static final String NUMBER = "certificateNo";
  private static final String NAME = "certificateName";

  private final Reception reception;
  private final PowerLineRules rules;
  private final LineMaterials materials;
  private final CaseFile caseFile;
  private final Clock time;

  PowerLinePermit(
      Reception reception,
      PowerLineRules rules,
      LineMaterials materials,
      CaseFile caseFile,
      Clock time) {
    this.reception = reception;
    this.rules = rules;
    this.materials = materials;
    this.caseFile = caseFile;
    this.time = time;
  }

  /**
   * Checks a new application and opens its case file. Called, it checks the line it was handed; or,
   * after the works, nothing: then only their completion is still to be written down.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being, or the
   *     caller stays where it was
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    if (reception.isCalled(execution)) {
      reception.calledPart(execution, handedIn(execution, place));
    } else {
      reception.receive(execution, form -> rules.application(form, place), "lineProjectName");
      execution.setVariable(PHASE, ALONE);
    }
  }

  private List<Problem.Field> handedIn(DelegateExecution execution, String place) {
    FormValues form = new FormValues(execution);
    if (!form.is(PHASE, "completion")) {
      rules.line(form, place, form.is("lineVoltage", "low"));
    }
    return form.refused();
  }

  /** The line may be built: issues the paper of that name that says so. */
  public void certified(DelegateExecution execution, String name) {
    materials.enter(execution);
    issue(execution, name, caseFile.nextResultNo(execution, "W"));
  }

  /** Whether all that the original procedure asked, for municipal facilities or else, agreed. */
  public boolean isGranted(DelegateExecution execution) {
    return isMunicipalGranted(execution) && isOtherGranted(execution);
  }

  /** Why the line cannot be built like that, in the words of everybody who said no. */
  public String objections(DelegateExecution execution) {
    FormValues said = new FormValues(execution);
    return Stream.of(
            isOtherGranted(execution) ? "" : said.text("lineReason"),
            isMunicipalGranted(execution) ? "" : said.text("permitReason"))
        .filter(reason -> !reason.isEmpty())
        .collect(Collectors.joining("；"));
  }

  private static boolean isMunicipalGranted(DelegateExecution execution) {
    return Crossings.of(execution).municipalMatters().isEmpty()
        || Boolean.TRUE.equals(execution.getVariable("permitGranted"));
  }

  private static boolean isOtherGranted(DelegateExecution execution) {
    return !Crossings.of(execution).needOtherProcedure()
        || new FormValues(execution).is("lineDecision", "grant");
  }

  /**
   * The original procedure granted the permit. One on municipal facilities was issued by its own
   * service; any other is here issued under the number that its authority gave it, or named beside
   * the municipal one.
   */
  public void granted(DelegateExecution execution) {
    Crossings crossings = Crossings.of(execution);
    String other = (String) execution.getVariable("linePermitNo");
    if (crossings.municipalMatters().isEmpty()) {
      issue(execution, "电力外线工程行政许可", other);
      return;
    }
    if (crossings.needOtherProcedure()) {
      execution.setVariable(NUMBER, execution.getVariable(NUMBER) + "、" + other);
    }
    if (!reception.isCalled(execution)) {
      caseFile.decidedByCalled(execution);
    }
  }

  private void issue(DelegateExecution execution, String name, String number) {
    execution.setVariable(NAME, name);
    execution.setVariable(NUMBER, number);
    caseFile.resultIssued(execution, name, number);
  }

  /** What the line asks of {@code municipal-facility-permit}; empty where it touches none of it. */
  public String matters(DelegateExecution execution) {
    return Crossings.of(execution).municipalMatters();
  }

  /** Whether another authority decides besides or instead, such as that of the highways. */
  public boolean needsOtherProcedure(DelegateExecution execution) {
    return Crossings.of(execution).needOtherProcedure();
  }

  /** What the route is decided by where the line goes through more than one thing. */
  public String strictestCrossing(DelegateExecution execution) {
    return Crossings.of(execution).strictest();
  }

  /** The beginning of a day, Asia/Shanghai; periods before or after it count from there. */
  public Date startOf(String day) {
    return Date.from(LocalDate.parse(day).atStartOfDay(time.getZone()).toInstant());
  }
}
