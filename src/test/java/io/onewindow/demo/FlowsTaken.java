package io.onewindow.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Writes down which way each case went at each branching. */
final class FlowsTaken extends AbstractProcessEnginePlugin {

  private final Score score;
  private final Set<ActivityImpl> watched = ConcurrentHashMap.newKeySet();

  FlowsTaken(Score score) {
    this.score = score;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Listener())));
  }

  private final class Listener extends AbstractBpmnParseListener {

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
      if (flow.element("conditionExpression") == null) {
        return;
      }
      ActivityImpl source = transition.getSource();
      if (watched.add(source)) {
        source.addListener(
            "start",
            (ExecutionListener)
                execution -> score.visited(no(execution), process(execution), source.getId()));
      }
      transition.addListener(
          "take",
          (ExecutionListener)
              execution ->
                  score.took(
                      no(execution), process(execution), source.getId(), flow.attribute("id")));
    }
  }

  private static String no(DelegateExecution execution) {
    return execution.getProcessBusinessKey();
  }

  /** Without a query that would be counted. */
  private static String process(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessDefinition().getKey();
  }
}
