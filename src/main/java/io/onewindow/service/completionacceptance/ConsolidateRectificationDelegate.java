package io.onewindow.service.completionacceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Makes one list of what the departments want put right, and leaves only their matters to be looked
 * at again.
 */
@Component("consolidateRectificationDelegate")
class ConsolidateRectificationDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Opinions opinions = new Opinions(execution);
    Map<Boolean, List<String>> again =
        opinions.with(Opinions.RECTIFY).stream()
            .collect(
                Collectors.partitioningBy(
                    Matter::isAdded, Collectors.mapping(Matter::id, Collectors.toList())));
    execution.setVariable("rectificationItems", opinions.rectificationList());
    execution.setVariable("rectificationNo", execution.getProcessBusinessKey() + "-Z1");
    execution.setVariable(CompletionAcceptance.PENDING, new ArrayList<>(again.get(false)));
    execution.setVariable(CompletionAcceptance.ADDED, new ArrayList<>(again.get(true)));
  }
}
