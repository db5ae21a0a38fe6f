package io.onewindow.service.constructionpermit;

import io.onewindow.desk.Reception;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the model {@code construction-permit} asks of its service. */
@Component("constructionPermit")
public class ConstructionPermit {

  static final String MATTERS = "mergedMatters";

  private final Reception reception;
  private final PermitRules rules;

  ConstructionPermit(Reception reception, PermitRules rules) {
    this.reception = reception;
    this.rules = rules;
  }

  /**
   * Checks a new application and opens its case file.
   *
   * @throws Problem 400 with every field that is wrong; then no case comes into being
   */
  public void received(DelegateExecution execution) {
    String place = execution.getTenantId();
    reception.receive(execution, form -> rules.violations(form, place), "projectName");
    Works works = new Works(execution);
    execution.setVariable("investmentAmount", works.text("investment"));
    String area = works.text("floorArea");
    execution.setVariable("builtArea", area.isEmpty() ? null : area);
    execution.setVariable(
        "civilDefence", Boolean.TRUE.equals(execution.getVariable("civilDefence")));
    execution.setVariable(
        "relocationGrade", works.isRelocated() ? works.text("relocationGrade") : "");
    for (PermitMatter matter : PermitMatter.values()) {
      // opinions belong to the case, not to the subprocess that asks for them
      execution.setVariable(matter.opinion(), null);
      execution.setVariable(matter.note(), null);
    }
  }

  /** Whether the matter is one of those merged into this permit. */
  public boolean asks(DelegateExecution execution, String matter) {
    return ((List<?>) execution.getVariable(MATTERS)).contains(matter);
  }

  /**
   * What the builder owes for building no shelter of its own, in yuan with two decimals; empty
   * where nothing is owed or the plan gives no rate.
   */
  public String relocationFee(DelegateExecution execution) {
    return RelocationFee.of(execution).map(RelocationFee::inYuan).orElse("");
  }

  /** Every merged matter's opinion and the fee, one a line. */
  public String opinions(DelegateExecution execution) {
    return new PermitOpinions(execution).inWords();
  }
}
