package io.onewindow.gates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** The keys of limits that a model asks {@code promiseClock} for. */
final class Steps {

  /**
   * @param owner id of the element whose clock it is
   */
  record Use(String owner, String step) {}

  private static final Pattern CALL = Pattern.compile("promiseClock\\.\\w+\\(");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

  private Steps() {}

  static List<Use> usedIn(BpmnFile file) {
    Stream<Use> asked =
        Expressions.of(file).stream()
            .flatMap(found -> in(found.text()).stream().map(step -> new Use(found.owner(), step)));
    return Stream.concat(asked, handedOn(file)).distinct().toList();
  }

  /** A called duty asks for the step that its caller names. */
  private static Stream<Use> handedOn(BpmnFile file) {
    return file.all(CallActivity.class).stream()
        .filter(call -> call.getExtensionElements() != null)
        .flatMap(
            call ->
                call
                    .getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list()
                    .stream()
                    .filter(in -> "dutyStep".equals(in.getCamundaTarget()))
                    .flatMap(
                        in -> literals(String.valueOf(in.getCamundaSourceExpression())).stream())
                    .map(step -> new Use(call.getId(), step)));
  }

  /**
   * The step keys of one expression; a key taken from a variable cannot be known and is left out.
   */
  static Set<String> in(String expression) {
    Matcher call = CALL.matcher(expression);
    Set<String> steps = new LinkedHashSet<>();
    while (call.find()) {
      List<String> arguments = arguments(expression, call.end());
      if (arguments.size() > 1) {
        steps.addAll(literals(arguments.get(1)));
      }
    }
    return steps;
  }

  /** What follows a question mark are answers; what stands before it only asks. */
  private static Set<String> literals(String argument) {
    return LITERAL
        .matcher(argument.substring(argument.indexOf('?') + 1))
        .results()
        .map(literal -> literal.group(1))
        .collect(Collectors.toSet());
  }

  private static List<String> arguments(String expression, int start) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int from = start;
    boolean quoted = false;
    for (int i = start; i < expression.length(); i++) {
      char c = expression.charAt(i);
      quoted = quoted ^ c == '\'';
      if (!quoted && depth == 0 && (c == ',' || c == ')')) {
        arguments.add(expression.substring(from, i));
        from = i + 1;
        if (c == ')') {
          return arguments;
        }
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return arguments;
  }
}
