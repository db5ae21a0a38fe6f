package io.onewindow.service.completionacceptance;

import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the model {@code completion-acceptance} asks of its service. */
@Component("completionAcceptance")
public class CompletionAcceptance {

  static final String PENDING = "pendingMatters";
  static final String ADDED = "addedMatters";
  static final String REINSPECTION = "reinspection";
  static final String EARLY_PLANNING_NO = "earlyPlanningNo";
  static final String EARLY_FIRE_NO = "earlyFireNo";
  static final String GUIDANCE_WANTED = "guidanceWanted";
  static final String SURVEY_REACHES = "surveyReaches";
  static final String REGISTRATION_WANTED = "registrationWanted";
  static final String FILING_WANTED = "filingWanted";
  static final String ARCHIVE_BY_COMMITMENT = "archiveByCommitment";
  static final String DEVELOPMENT = "development";

  private final Reception reception;
  private final FilingRules rules;
  private final LateFiling lateFiling;
  private final Clock time;

  CompletionAcceptance(Reception reception, FilingRules rules, LateFiling lateFiling, Clock time) {
    this.reception = reception;
    this.rules = rules;
    this.lateFiling = lateFiling;
    this.time = time;
  }

  /**
   * Checks a new application and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    reception.receive(execution, form -> rules.violations(form, place), "projectName");
    for (String ticked : List.of("civilDefence", ARCHIVE_BY_COMMITMENT, DEVELOPMENT)) {
      execution.setVariable(ticked, Boolean.TRUE.equals(execution.getVariable(ticked)));
    }
    for (String asked :
        List.of(REGISTRATION_WANTED, FILING_WANTED, GUIDANCE_WANTED, SURVEY_REACHES)) {
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
    for (Matter matter : Matter.values()) {
      // opinions belong to the case, not to the subprocess that asks for them
      execution.setVariable(matter.opinion(), null);
      execution.setVariable(matter.items(), null);
      execution.setVariable(matter.by(), null);
    }
    if (!"yes".equals(execution.getVariable(GUIDANCE_WANTED))) {
      lateFiling.tell(execution);
    }
  }

  /** The works are complete and the application is handed in: what comes late is said. */
  public void completionRegistered(DelegateExecution execution) {
    lateFiling.tell(execution);
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

  public String matterName(DelegateExecution execution, String matter) {
    return Matter.of(matter).label();
  }

  /** Whose matter it is: a group, or the role in which jurisdictions let different groups act. */
  public String office(DelegateExecution execution, String matter) {
    return Matter.of(matter).office();
  }

  /** Keeps what a department said of a matter that the kind of project adds. */
  public void keep(DelegateTask task, String matter) {
    Matter asked = Matter.of(matter);
    DelegateExecution execution = task.getExecution();
    execution.setVariable(asked.opinion(), task.getVariable("opinion"));
    execution.setVariable(asked.items(), task.getVariable("opinionItems"));
    execution.setVariable(asked.by(), task.getVariable("opinionBy"));
  }

  public boolean hasDeferred(DelegateExecution execution) {
    return !deferred(execution).isEmpty();
  }

  /** The matters that passed with items to be completed by a day. */
  public List<String> deferred(DelegateExecution execution) {
    return new Opinions(execution).with(Opinions.DEFERRED).stream().map(Matter::id).toList();
  }

  public String deferredName(DelegateExecution execution, String matter) {
    return "限期完善：" + Matter.of(matter).label();
  }

  public String deferredText(DelegateExecution execution, String matter) {
    Opinions opinions = new Opinions(execution);
    return opinions.by(Matter.of(matter)) + "前完善：\n" + opinions.items(Matter.of(matter));
  }

  /** From today until the day the department named; one day at least, should it have passed. */
  public String deferredTerm(DelegateExecution execution, String matter) {
    LocalDate by = LocalDate.parse(new Opinions(execution).by(Matter.of(matter)));
    return Math.max(1, ChronoUnit.DAYS.between(LocalDate.now(time), by)) + " CALENDAR_DAY";
  }

  private static boolean isEarly(DelegateExecution execution, String number) {
    return "yes".equals(execution.getVariable("earlyGuidance"))
        && !FilingRules.text(execution, number).isBlank();
  }
}
