package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.onewindow.problem.Problem;
import io.onewindow.story.StoryTest;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Expressions run no code, even where no filter in front of the engine has looked at them. */
@StoryTest
class DeepFenceTest {

  private static final String CANARY =
      "${''.getClass().forName('io.onewindow.engine.Canary').newInstance()}";
  private static final String MODEL = "deep-fence";

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;

  private String deployment;

  @BeforeEach
  void nobodyHasTouchedIt() {
    Canary.TOUCHED.set(0);
    // passes the fence at deployment: a variable may be a table's answer
    deployment =
        repository
            .createDeployment()
            .addModelInstance(
                MODEL + ".bpmn",
                Bpmn.createExecutableProcess(MODEL)
                    .camundaHistoryTimeToLive(1)
                    .startEvent()
                    .userTask("task")
                    .name("${given.touched}")
                    .endEvent()
                    .done())
            .deploy()
            .getId();
  }

  @AfterEach
  void nothingIsLeft() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void theEngineEvaluatesNoExpressionsInQueries() {
    assertThat(configuration().isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(configuration().isEnableExpressionsInStoredQueries()).isFalse();
    Throwable refusal = catchThrowable(tasks.createTaskQuery().dueAfterExpression(CANARY)::list);
    assertThat(refusal).isInstanceOf(BadUserRequestException.class);
    assertThat(Canary.TOUCHED).hasValue(0);
  }

  @Test
  void anExpressionInAnAlternativeOfAQueryIsRefused() {
    assertRefused(hidden(CANARY)::list);
    assertRefused(hidden(CANARY)::count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${caseFile.toString()}",
        "${monthlyReports.unattended}",
        "${utilityConnection.now()}"
      })
  void aQueryReachesNoBeansEither(String expression) {
    assertRefused(hidden(expression)::list);
  }

  @Test
  void anExpressionInAStoredFilterIsRefused() {
    Filter filter = filters.newTaskFilter("deep fence").setQuery(hidden(CANARY));
    String id = filters.saveFilter(filter).getId();
    try {
      assertRefused(() -> filters.list(id));
      assertRefused(() -> filters.count(id));
    } finally {
      filters.deleteFilter(id);
    }
  }

  @Test
  void aModelGoesNoFurtherFromAVariable() {
    assertRefused(() -> begin(Variables.objectValue(Canary.planted(), true).create()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CANARY,
        "${word['class']['forName']('io.onewindow.engine.Canary')['newInstance']()}",
        "${word.class}",
        "${word.bytes}",
        "${word.length()}",
        "${given.get('touched')}",
        "${given.getClass()}",
        "${given.touched.getClass()}",
        "${promiseClock.class}",
        "${promiseClock['getClass']()}",
        "${promiseClock.notify()}",
        "${promiseClock.advisors}",
        "${promiseClock.getTargetSource()}",
        "${execution.engineServices}",
        "${execution.getProcessEngineServices()}",
        "${execution.processInstance.engineServices}",
        "${execution.setProcessBusinessKey(word)}",
        "${execution.remove()}",
        "${now().toInstant()}"
      })
  void whatGotPastTheFenceIsRefusedWhenItIsEvaluated(String expression) {
    assertRefused(() -> evaluate(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${word} | a text",
        "${word == 'a text' ? 'yes' : 'no'} | yes",
        "${given.touched} | an entry",
        "#{execution.processBusinessKey} | a key",
        "${execution.getVariable('word')} | a text",
        "${monthlyReports.unattended} | false",
        "${not monthlyReports.isUnattended()} | true"
      })
  void whatModelsNeedIsAnswered(String expression, String answer) {
    assertThat(evaluate(expression)).hasToString(answer);
  }

  /**
   * In a condition of which one of several has to hold; the engine's settings overlook it there.
   */
  private TaskQuery hidden(String expression) {
    return tasks.createTaskQuery().or().dueAfterExpression(expression).endOr();
  }

  private Object evaluate(String expression) {
    String id = begin(Variables.untypedValue(new HashMap<>(Map.of("touched", "an entry"))));
    return configuration()
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              VariableScope place = context.getExecutionManager().findExecutionById(id);
              return configuration()
                  .getExpressionManager()
                  .createExpression(expression)
                  .getValue(place);
            });
  }

  private String begin(TypedValue given) {
    VariableMap variables =
        Variables.putValue("jurisdiction", "ningyang")
            .putValue("word", "a text")
            .putValueTyped("given", given);
    return runtime.startProcessInstanceByKey(MODEL, "a key", variables).getId();
  }

  private void assertRefused(ThrowingCallable call) {
    Throwable refusal = catchThrowable(call);
    assertThat(Canary.TOUCHED).hasValue(0);
    assertThat(Problem.in(refusal)).as(String.valueOf(refusal)).isNotNull();
    assertThat(Problem.in(refusal).code()).isEqualTo("expression-refused");
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
