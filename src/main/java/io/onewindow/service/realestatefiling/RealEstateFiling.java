package io.onewindow.service.realestatefiling;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import io.onewindow.service.AskedWithAcceptance;
import io.onewindow.service.FormValues;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code real-estate-completion-filing} asks of its service. */
@Component("realEstateFiling")
public class RealEstateFiling {

  /** The facilities that passed when their departments took part in the joint acceptance. */
  static final String ACCEPTED = "acceptedFacilities";

  private final Reception reception;
  private final DevelopmentRules rules;
  private final AcceptedFacilities accepted;
  private final CaseFile caseFile;
  private final Clock time;

  RealEstateFiling(
      Reception reception,
      DevelopmentRules rules,
      AcceptedFacilities accepted,
      CaseFile caseFile,
      Clock time) {
    this.reception = reception;
    this.rules = rules;
    this.accepted = accepted;
    this.caseFile = caseFile;
    this.time = time;
  }

  /**
   * Checks a new filing and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    reception.receive(execution, form -> rules.violations(form, place), "projectName");
    execution.setVariable("facilitiesRectified", false);
    execution.setVariable("deferredFacilities", null);
    for (Participant one : Participant.values()) {
      // what departments say belongs to the case, not to the subprocess that asks them
      Participant.FIELDS.forEach(field -> execution.setVariable(one.kept(field), null));
    }
    String opinion = new FormValues(execution).text("jointAcceptanceNo");
    execution.setVariable(ACCEPTED, new ArrayList<>(accepted.accepted(opinion)));
    if (AskedWithAcceptance.CHANNEL.equals(execution.getVariable(CaseFile.CHANNEL))) {
      caseFile.linked(execution, "由联合竣工验收同步发起，意见书 " + opinion);
    }
  }

  /** What the department said in the joint acceptance, if it took part in it: {@code pass}. */
  public String opinionBefore(DelegateExecution execution, String participant) {
    return isAcceptedBefore(execution, participant) ? "pass" : null;
  }

  /** The facility in words, and whether it passed before. */
  public String kind(DelegateExecution execution, String participant) {
    String label = Participant.ofTask("userTask_" + participant + "Facility").orElseThrow().label();
    return isAcceptedBefore(execution, participant) ? label + "（联合验收中已通过，本次只登记移交）" : label;
  }

  private static boolean isAcceptedBefore(DelegateExecution execution, String participant) {
    return ((List<?>) execution.getVariable(ACCEPTED)).contains(participant);
  }

  /** Whether the department is one of those the plan names and still has something to say. */
  public boolean asks(DelegateExecution execution, String participant) {
    Facilities facilities = new Facilities(execution);
    return ((List<?>) execution.getVariable("participants")).contains(participant)
        && Participant.ofTask("userTask_" + participant + "Facility")
            .filter(one -> !facilities.isSettled(one))
            .isPresent();
  }

  public boolean wantsRectification(DelegateExecution execution) {
    return !new Facilities(execution).with("facilityOpinion", Facilities.RECTIFY).isEmpty();
  }

  /** Whether a handover agreement is missing for the builder's own reasons. */
  public boolean lacksAgreement(DelegateExecution execution) {
    Facilities facilities = new Facilities(execution);
    return facilities.with("facilityOpinion", Facilities.FAIL).isEmpty()
        && !facilities.with("handover", Facilities.UNSIGNED).isEmpty();
  }

  /** What the builder has to do before the departments look again. */
  public String outstanding(DelegateExecution execution) {
    return new Facilities(execution).outstanding();
  }

  /** Every department's opinion and how its facility is handed over, one a line. */
  public String facilities(DelegateExecution execution) {
    return new Facilities(execution).inWords();
  }

  /** The facility that group is to see taken over, in words. */
  public String deferred(DelegateExecution execution, String group) {
    return new Facilities(execution).deferred(Participant.ofGroup(group));
  }

  /**
   * How long from today until the day the parties named for that group's facility, as a term of
   * calendar days; one day at least, should the day have passed before the filing.
   */
  public String term(DelegateExecution execution, String group) {
    LocalDate named =
        LocalDate.parse(new Facilities(execution).of(Participant.ofGroup(group), "takeOverBy"));
    long days = ChronoUnit.DAYS.between(LocalDate.now(time), named);
    return Math.max(1, days) + " CALENDAR_DAY";
  }
}
