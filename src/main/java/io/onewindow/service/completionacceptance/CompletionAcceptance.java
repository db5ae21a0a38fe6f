package io.onewindow.service.completionacceptance;

import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code completion-acceptance} asks of its service. */
@Component("completionAcceptance")
public class CompletionAcceptance {

  static final String PENDING = "pendingMatters";
  static final String REINSPECTION = "reinspection";
  static final String RECTIFICATION_OPEN = "rectificationOpen";
  static final String EARLY_PLANNING_NO = "earlyPlanningNo";
  static final String EARLY_FIRE_NO = "earlyFireNo";
  static final String GUIDANCE_WANTED = "guidanceWanted";
  static final String SURVEY_REACHES = "surveyReaches";
  static final String REGISTRATION_WANTED = "registrationWanted";
  static final String ARCHIVE_BY_COMMITMENT = "archiveByCommitment";

  private final Reception reception;
  private final FilingRules rules;

  CompletionAcceptance(Reception reception, FilingRules rules) {
    this.reception = reception;
    this.rules = rules;
  }

  /**
   * Checks a new application and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    reception.receive(execution, rules::violations, "projectName");
    for (String ticked : List.of("civilDefence", ARCHIVE_BY_COMMITMENT)) {
      execution.setVariable(ticked, Boolean.TRUE.equals(execution.getVariable(ticked)));
    }
    for (String asked : List.of(REGISTRATION_WANTED, GUIDANCE_WANTED, SURVEY_REACHES)) {
      if (execution.getVariable(asked) == null) {
        execution.setVariable(asked, "no");
      }
    }
    // only with the fire acceptance of special works does the application ask for a licence
    boolean licence = "acceptance".equals(execution.getVariable("fireCategory"));
    execution.setVariable("category", licence ? "fire-acceptance" : "filing");
    execution.setVariable("earlyPlanning", isEarly(execution, EARLY_PLANNING_NO));
    execution.setVariable("earlyFire", isEarly(execution, EARLY_FIRE_NO));
    execution.setVariable(REINSPECTION, false);
    execution.setVariable(RECTIFICATION_OPEN, false);
    for (Matter matter : Matter.values()) {
      // opinions belong to the case, not to the subprocess that asks for them
      execution.setVariable(matter.opinion(), null);
      execution.setVariable(matter.items(), null);
    }
  }

  /** Whether the matter is to be dealt with in this round. */
  public boolean asks(DelegateExecution execution, String matter) {
    return ((List<?>) execution.getVariable(PENDING)).contains(matter);
  }

  /**
   * Whether anything must be looked at on the site: a matter for which the joint survey reaches the
   * standard is not (LC22-037; that it replaces the look is the system's default).
   */
  public boolean needsVisit(DelegateExecution execution) {
    return new SiteChecks(execution).needed();
  }

  /** The matters to be looked at on the site. */
  public String visitMatters(DelegateExecution execution) {
    return new SiteChecks(execution).inWords();
  }

  /** How a department comes to its opinion, in words. */
  public String check(DelegateExecution execution, String matter) {
    return new SiteChecks(execution).how(matter);
  }

  /** Whether a department asks for something to be put right. */
  public boolean wantsRectification(DelegateExecution execution) {
    return !new Opinions(execution).with(Opinions.RECTIFY).isEmpty();
  }

  /** Every department's opinion, one a line. */
  public String opinions(DelegateExecution execution) {
    return new Opinions(execution).inWords();
  }

  private static boolean isEarly(DelegateExecution execution, String number) {
    return "yes".equals(execution.getVariable("earlyGuidance"))
        && !FilingRules.text(execution, number).isBlank();
  }
}
