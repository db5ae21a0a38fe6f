package io.onewindow.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.beans.factory.BeanFactory;

/** What {@link RecordedApplication} has played so far, and the models it ran on, stripped. */
public record Played(
    Score score, Map<String, BpmnModelInstance> models, Map<String, String> tables) {

  /** To be asked when a play is over: it knows what its cases knew in the end. */
  public static Played of(BeanFactory beans) {
    Score score = beans.getBean(Score.class);
    variables(beans.getBean(HistoryService.class), score);
    RepositoryService repository = beans.getBean(RepositoryService.class);
    return new Played(score, models(repository), tables(repository));
  }

  /** How many acts there were. */
  public int acts() {
    return score.acts().size();
  }

  private static void variables(HistoryService history, Score score) {
    for (Score.Act act : score.acts()) {
      if (act instanceof Score.Start start) {
        score
            .variables()
            .computeIfAbsent(start.receiptNo(), receiptNo -> variables(history, receiptNo));
      }
    }
  }

  /** Last values; where a name stands in several processes of a case, that of the first. */
  private static Map<String, Object> variables(HistoryService history, String receiptNo) {
    String[] instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(receiptNo)
            .list()
            .stream()
            .map(HistoricProcessInstance::getId)
            .toArray(String[]::new);
    Map<String, Object> variables = new TreeMap<>();
    for (HistoricVariableInstance one :
        history.createHistoricVariableInstanceQuery().processInstanceIdIn(instances).list()) {
      if (one.getValue() != null) {
        variables.putIfAbsent(one.getName(), one.getValue());
      }
    }
    return variables;
  }

  private static Map<String, BpmnModelInstance> models(RepositoryService repository) {
    Map<String, BpmnModelInstance> models = new TreeMap<>();
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(
            one -> {
              BpmnModelInstance model = repository.getBpmnModelInstance(one.getId());
              boolean dated =
                  model.getModelElementsByType(TimerEventDefinition.class).stream()
                      .allMatch(timer -> timer.getTimeDate() != null);
              if (dated) {
                models.put(one.getKey(), BareModels.stripped(model));
              }
            });
    return models;
  }

  private static Map<String, String> tables(RepositoryService repository) {
    Map<String, String> tables = new TreeMap<>();
    repository
        .createDecisionDefinitionQuery()
        .latestVersion()
        .list()
        .forEach(
            one -> {
              try (InputStream table = repository.getDecisionModel(one.getId())) {
                tables.put(
                    one.getResourceName().replaceAll(".*/|\\.dmn$", ""),
                    new String(table.readAllBytes(), StandardCharsets.UTF_8));
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            });
    return tables;
  }
}
