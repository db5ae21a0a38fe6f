package io.onewindow.service.municipalfacilitypermit;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code municipal-facility-permit} asks of its service. */
@Component("municipalFacilityPermit")
public class MunicipalFacilityPermit {

  static final String MATTERS = "permitMatters";
  static final String REASON = "permitReason";
  static final String GRANTED = "permitGranted";

  private final Reception reception;
  private final ApplicationRules rules;
  private final MergedMatters merged;
  private final CaseFile caseFile;
  private final Clock time;

  MunicipalFacilityPermit(
      Reception reception,
      ApplicationRules rules,
      MergedMatters merged,
      CaseFile caseFile,
      Clock time) {
    this.reception = reception;
    this.rules = rules;
    this.merged = merged;
    this.caseFile = caseFile;
    this.time = time;
  }

  /**
   * Checks a new application and opens its case file; called by another service, it checks what was
   * handed in, and its time begins now.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being, or the
   *     caller stays where it was
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    if (reception.isCalled(execution)) {
      called(execution);
    } else {
      reception.receive(execution, form -> rules.violations(form, place), "projectName");
      execution.setVariable(MATTERS, PermitMatters.asked(execution));
    }
    execution.setVariable("mattersText", merged.names(place, PermitMatters.ids(execution)));
    for (Review review : Review.values()) {
      // opinions belong to the case, not to the subprocess that asks for them
      execution.setVariable(review.opinion(), null);
      execution.setVariable(review.conditions(), null);
    }
  }

  private void called(DelegateExecution execution) {
    reception.calledPart(execution, rules.worksViolations(execution, execution.getTenantId()));
    execution.setVariable("clockStartsAt", Date.from(time.instant()));
    if (execution.getVariable("commitmentRequested") == null) {
      execution.setVariable("commitmentRequested", "no");
    }
  }

  /** Whether the application is about that matter. */
  public boolean asks(DelegateExecution execution, String matter) {
    return PermitMatters.ids(execution).contains(matter);
  }

  /** For what works the plan tries permits by commitment, with its clause. */
  public String commitmentWorks(DelegateExecution execution) {
    return merged.commitmentWorks(execution.getTenantId());
  }

  /** Every department's opinion, one a line. */
  public String opinions(DelegateExecution execution) {
    List<String> lines =
        Arrays.stream(Review.values())
            .filter(review -> review.isGiven(execution))
            .map(review -> review.line(execution))
            .toList();
    return lines.stream().collect(Collectors.joining("\n"));
  }

  /** The permit is refused; the applicant of a case of its own is told so by a decision. */
  public void refused(DelegateExecution execution) {
    execution.setVariable(GRANTED, false);
    if (!reception.isCalled(execution)) {
      caseFile.rejected(execution, (String) execution.getVariable(REASON));
    }
  }
}
