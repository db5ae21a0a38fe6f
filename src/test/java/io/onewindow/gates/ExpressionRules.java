package io.onewindow.gates;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Models run no code of their own: they ask the few beans that are open to them. */
final class ExpressionRules {

  private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("scriptTask", "script", "connector");
  private static final Set<String> FORBIDDEN_ATTRIBUTES =
      Set.of("class", "scriptFormat", "resource");
  private static final Set<String> TASKS_OF_BEANS = Set.of("serviceTask", "sendTask");
  private static final Set<String> MAY_DELEGATE =
      Set.of("serviceTask", "sendTask", "messageEventDefinition");
  private static final Set<String> GIVEN = Set.of("execution", "task");
  private static final Set<String> OPERATORS =
      Set.of("empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod");

  private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern CALL_ON =
      Pattern.compile("(?<![\\w.)\\]])([A-Za-z_]\\w*)(?:\\.\\w+)*\\.\\w+\\s*\\(");
  private static final Pattern FUNCTION = Pattern.compile("(?<![\\w.:])([\\w:]+)\\s*\\(");

  private ExpressionRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    NodeList elements = file.xml().getElementsByTagName("*");
    Stream<String> code =
        IntStream.range(0, elements.getLength())
            .mapToObj(i -> (Element) elements.item(i))
            .flatMap(element -> code(element, known));
    Stream<String> calls =
        Expressions.of(file).stream().flatMap(expression -> calls(expression, known));
    return Stream.concat(code, calls);
  }

  private static Stream<String> code(Element element, Surroundings known) {
    String name = element.getLocalName();
    String delegate = element.getAttributeNS(BpmnFile.CAMUNDA, "delegateExpression");
    Stream<String> forbidden =
        FORBIDDEN_ATTRIBUTES.stream()
            .filter(attribute -> element.hasAttributeNS(BpmnFile.CAMUNDA, attribute))
            .map(attribute -> at(element) + ": camunda:" + attribute + " brings code of its own");
    return Stream.concat(
        forbidden,
        Stream.of(
                Violations.unless(
                    !FORBIDDEN_ELEMENTS.contains(name), at(element) + ": a " + name + " is code"),
                Violations.unless(
                    !name.equals("conditionExpression") || !element.hasAttribute("language"),
                    at(element) + ": a condition in another language is a script"),
                Violations.unless(
                    !TASKS_OF_BEANS.contains(name) || isBean(delegate, known),
                    at(element) + ": no delegateExpression that names a bean open to models"),
                Violations.unless(
                    delegate.isEmpty() || MAY_DELEGATE.contains(name),
                    at(element) + ": a delegateExpression belongs to a service task"))
            .filter(Objects::nonNull));
  }

  private static boolean isBean(String delegate, Surroundings known) {
    return known.modelBeans().stream().anyMatch(bean -> delegate.equals("${" + bean + "}"));
  }

  private static Stream<String> calls(Expressions.Found expression, Surroundings known) {
    String code = TEXT.matcher(expression.text()).replaceAll("''");
    Stream<String> beans =
        CALL_ON
            .matcher(code)
            .results()
            .map(call -> call.group(1))
            .filter(name -> !known.modelBeans().contains(name) && !GIVEN.contains(name))
            .map(name -> expression.owner() + ": calls " + name + ", which is not open to models");
    Stream<String> functions =
        FUNCTION
            .matcher(code)
            .results()
            .map(call -> call.group(1))
            .filter(name -> !OPERATORS.contains(name))
            .map(name -> expression.owner() + ": calls the function " + name + "()");
    return Stream.concat(beans, functions);
  }

  private static String at(Element element) {
    for (Element one = element; ; one = (Element) one.getParentNode()) {
      if (one.hasAttribute("id")) {
        return one.getAttribute("id");
      }
    }
  }
}
