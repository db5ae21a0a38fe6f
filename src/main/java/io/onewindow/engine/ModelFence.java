package io.onewindow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/**
 * Refuses a model that brings code of its own, before anything of it is read by the engine:
 * scripts, classes, connectors, commands, document types with their entities, and expressions that
 * reach for more than the beans open to models. Also what is too large or too deeply nested to be a
 * model.
 */
@Component
class ModelFence implements DeploymentCheck {

  /** Written by tools, the engine's own among them, and read by nobody. */
  private static final String BPMN_DEFAULT = "http://www.w3.org/1999/XPath";

  /** The largest shipped model has a tenth of it; our own default. */
  private static final int LARGEST = 4 * 1024 * 1024;

  /** Shipped models nest a dozen deep; the engine reads each level inside the one around it. */
  private static final int DEEPEST = 64;

  private static final Set<String> CODE_ELEMENTS = Set.of("script", "scriptTask", "connector");
  private static final Set<String> CODE_ATTRIBUTES =
      Set.of("class", "scriptFormat", "resource", "formHandlerClass", "variableMappingClass");
  private static final Set<String> DELEGATES =
      Set.of("delegateExpression", "variableMappingDelegateExpression");
  private static final Set<String> ENGINE_NAMESPACES =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelExpressions expressions;

  ModelFence(EngineSettings settings) {
    this.expressions = new ModelExpressions(settings.modelBeans());
  }

  @Override
  public void check(String name, byte[] content) {
    // the engine goes by the same endings
    if (name.endsWith("cmmn") || name.endsWith("cmmn10.xml") || name.endsWith("cmmn11.xml")) {
      throw refusal(name, "系统不使用 CMMN 模型");
    }
    boolean isProcess = name.endsWith("bpmn") || name.endsWith("bpmn20.xml");
    boolean isTable = name.endsWith("dmn") || name.endsWith("dmn11.xml");
    boolean isForm = name.endsWith(".form");
    if ((isProcess || isTable || isForm) && content.length > LARGEST) {
      throw refusal(name, "文件不能超过 " + LARGEST / 1024 / 1024 + " MB");
    }
    if (isProcess || isTable) {
      read(name, content);
    }
    if (isForm && !isForm(content)) {
      throw refusal(name, "不是完整的表单 JSON，应有 id 和 components");
    }
  }

  private static boolean isForm(byte[] content) {
    try {
      JsonNode form = JSON.readTree(content);
      return form != null && form.path("id").isTextual() && form.path("components").isArray();
    } catch (IOException malformed) {
      return false;
    }
  }

  private void read(String name, byte[] content) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      int depth = 0;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD -> throw refusal(name, "不能带有 DOCTYPE 和实体");
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) {
              throw refusal(name, "元素嵌套超过 " + DEEPEST + " 层");
            }
            element(name, xml);
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS -> expression(name, xml, xml.getText());
          default -> {
            // comments and processing instructions are not read by the engine
          }
        }
      }
    } catch (XMLStreamException malformed) {
      int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
      throw refusal(name, "第 " + line + " 行不是有效的 XML，请核对文件完整、编码与声明一致");
    }
  }

  private void element(String name, XMLStreamReader xml) {
    String element = xml.getLocalName();
    if (CODE_ELEMENTS.contains(element)) {
      throw refusal(name, at(xml) + "元素 " + element + " 含有代码");
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String attribute = xml.getAttributeLocalName(i);
      String value = xml.getAttributeValue(i);
      if (CODE_ATTRIBUTES.contains(attribute) || isCode(xml, element, i, attribute, value)) {
        throw refusal(name, at(xml) + "属性 " + attribute + " 引入了代码");
      }
      if (DELEGATES.contains(attribute) && !expressions.isBean(value)) {
        throw refusal(name, at(xml) + attribute + " 应是对模型开放的组件");
      }
      expression(name, xml, value);
    }
  }

  private static boolean isCode(
      XMLStreamReader xml, String element, int index, String attribute, String value) {
    return switch (attribute) {
      // mail and shell
      case "type" ->
          ENGINE_NAMESPACES.contains(String.valueOf(xml.getAttributeNamespace(index)))
              && !value.equals("external");
      // a condition in another language is a script
      case "language" -> element.equals("conditionExpression");
      case "expressionLanguage" ->
          !value.isBlank()
              && !value.toLowerCase(Locale.ROOT).contains("feel")
              && !(element.equals("definitions") && value.equals(BPMN_DEFAULT));
      // a validator is a class
      case "name" -> element.equals("constraint") && value.equals("validator");
      default -> false;
    };
  }

  private void expression(String name, XMLStreamReader xml, String text) {
    expressions
        .violation(text)
        .ifPresent(
            reached -> {
              throw refusal(name, at(xml) + "表达式用到了未对模型开放的“" + reached + "”");
            });
  }

  private static String at(XMLStreamReader xml) {
    return "第 " + xml.getLocation().getLineNumber() + " 行";
  }

  private static Problem refusal(String name, String why) {
    return Problem.badRequest("model-refused", "模型 " + name + " 不能部署：" + why + "。");
  }
}
