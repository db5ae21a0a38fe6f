package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models bring no code of their own, however it is written into them. */
class ModelFenceTest {

  private final ModelFence fence =
      new ModelFence(new EngineSettings(Set.of("promiseClock", "department"), Set.of(), List.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:serviceTask id='a' camunda:class='java.lang.ProcessBuilder'/>",
        "<bpmn:serviceTask id='a' activiti:class='java.lang.ProcessBuilder'/>",
        "<bpmn:serviceTask id='a' camunda:type='shell'/>",
        "<bpmn:sendTask id='a' camunda:type='mail'/>",
        "<bpmn:serviceTask id='a' camunda:delegateExpression='${repositoryService}'/>",
        "<bpmn:serviceTask id='a' camunda:delegateExpression='${promiseClock.class}'/>",
        "<bpmn:serviceTask id='a' camunda:expression='${repositoryService.deleteDeployment(x)}'/>",
        "<bpmn:scriptTask id='a'/>",
        "<camunda:taskListener class='java.lang.Object' event='create'/>",
        "<camunda:executionListener"
            + " event='start'><camunda:script>1</camunda:script></camunda:executionListener>",
        "<camunda:inputParameter name='a'><camunda:script"
            + " scriptFormat='js'>1</camunda:script></camunda:inputParameter>",
        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
        "<camunda:constraint name='validator' config='java.lang.Object'/>",
        "<bpmn:userTask id='a' camunda:formHandlerClass='java.lang.Object'/>",
        "<bpmn:callActivity id='a' camunda:variableMappingClass='java.lang.Object'/>",
        "<bpmn:conditionExpression language='groovy'>1 == 1</bpmn:conditionExpression>",
        "<bpmn:conditionExpression camunda:resource='a.js'>1</bpmn:conditionExpression>",
        "<a>${''.getClass().forName('x')}</a>",
        "<a>${name.class.forName('x')}</a>",
        "<a>${name['class']}</a>",
        "<a>${name[other]}</a>",
        "<a>#{execution.processEngineServices.runtimeService}</a>",
        "<a>#{execution.engineServices}</a>",
        "<a>${task.execution.engineServices}</a>",
        "<a>${promiseClock.of(x).getClass()}</a>",
        "<a>${name.substring(1)}</a>",
        "<a>${now()}</a>",
        "<a>it's ${name.getClass()} isn't</a>",
        "<a>${name == 'a\\\\' or name.getClass() == 'b'}</a>",
        "<a>${'}'.length()}</a>",
        "<a><![CDATA[${name.getClass()}]]></a>",
        "<a>$<!-- -->{name} and ${na&#109;e.getClass()}</a>"
      })
  void codeIsRefused(String inside) {
    assertRefused("a.bpmn", model(inside).getBytes(StandardCharsets.UTF_8));
    assertRefused("a.bpmn20.xml", model(inside).getBytes(StandardCharsets.UTF_16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:serviceTask id='a' camunda:delegateExpression='${promiseClock}'/>",
        "<bpmn:serviceTask id='a' camunda:type='external' camunda:topic='t'/>",
        "<bpmn:userTask id='a' camunda:dueDate='${promiseClock.due(execution)}'/>",
        "<a>${promiseClock.begin(execution, 'a.b(c)[d]')}</a>",
        "<a>#{execution.processBusinessKey}</a>",
        "<a>${execution.setVariable('a', true)}</a>",
        "<a>${name == 'it\\'s.getClass()'}</a>",
        "<a>${not empty name and (category == 'x' or empty other)}</a>",
        "<a>no ${ and no } that belong together.class</a>",
        "<camunda:property name='type' value='x'/>"
      })
  void whatModelsNeedIsTaken(String inside) {
    assertThatCode(() -> fence.check("a.bpmn", model(inside).getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"javascript, false", "groovy, false", "juel, false", "feel, true", "FEEL, true"})
  void tablesSpeakFeelOnly(String language, boolean taken) {
    String table = model("<inputExpression expressionLanguage='%s'/>".formatted(language));
    byte[] content = table.getBytes(StandardCharsets.UTF_8);
    if (taken) {
      assertThatCode(() -> fence.check("a.dmn", content)).doesNotThrowAnyException();
    } else {
      assertRefused("a.dmn", content);
    }
  }

  @Test
  void whatIsNoModelIsRefused() {
    String good = model("<a/>");
    assertRefused("a.cmmn", good.getBytes(StandardCharsets.UTF_8));
    assertRefused("a.bpmn", new byte[0]);
    assertRefused("a.bpmn", good.substring(0, 150).getBytes(StandardCharsets.UTF_8));
    assertRefused("a.bpmn", model("<a n='中文'/>").getBytes(Charset.forName("GBK")));
    assertRefused("a.bpmn", model("<a>".repeat(100) + "</a>".repeat(100)).getBytes());
    assertRefused("a.bpmn", (good + "<!--" + "x".repeat(5_000_000) + "-->").getBytes());
    assertRefused("a.bpmn", good.replace("?>", "?><!DOCTYPE x [<!ENTITY e 'x'>]>").getBytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"id\": 1}", "{\"id\": \"a\"}", "\u00ff"})
  void aFormIsJson(String text) {
    assertRefused("a.form", text.getBytes(StandardCharsets.ISO_8859_1));
    byte[] good = "{\"id\": \"a\", \"components\": []}".getBytes(StandardCharsets.UTF_8);
    assertThatCode(() -> fence.check("a.form", good)).doesNotThrowAnyException();
  }

  @Test
  void otherFilesAreNotLookedAt() {
    assertThatCode(() -> fence.check("a.txt", new byte[0])).doesNotThrowAnyException();
  }

  private void assertRefused(String name, byte[] content) {
    assertThatThrownBy(() -> fence.check(name, content))
        .isInstanceOf(Problem.class)
        .hasMessageMatching("(?s)模型 " + name + " 不能部署：.*\\p{IsHan}.*")
        .satisfies(
            refusal -> {
              if (!((Problem) refusal).code().equals("model-refused")) {
                throw new AssertionError(((Problem) refusal).code());
              }
            });
  }

  private static String model(String inside) {
    return "<?xml version=\"1.0\"?><bpmn:definitions"
        + " xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
        + " xmlns:activiti=\"http://activiti.org/bpmn\""
        + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\">"
        + inside
        + "</bpmn:definitions>";
  }
}
