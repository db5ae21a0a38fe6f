package io.onewindow.gates;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A person's task: the form to fill in, whose it is, until when, and the clause that asks for it.
 */
final class UserTaskRules {

  /** An article of a law, or the number of a document with a place in it. */
  private static final Pattern CLAUSE = Pattern.compile("第[〇零一二三四五六七八九十百]+条|〔\\d{4}〕\\d+号\\s*\\S+");

  private UserTaskRules() {}

  static Stream<String> violations(BpmnFile file, Surroundings known) {
    return Stream.concat(
        file.all(StartEvent.class).stream()
            .filter(start -> BpmnFile.camunda(start, "formRef") != null)
            .flatMap(start -> form(start, known)),
        file.all(UserTask.class).stream()
            .flatMap(
                task ->
                    Stream.of(form(task, known), groups(task, known), due(task), clause(task))
                        .flatMap(found -> found)));
  }

  private static Stream<String> form(FlowNode node, Surroundings known) {
    String form = BpmnFile.camunda(node, "formRef");
    return Violations.of(
        Violations.unless(known.hasForm(form), node.getId() + ": there is no form " + form),
        Violations.unless(
            "deployment".equals(BpmnFile.camunda(node, "formRefBinding")),
            node.getId() + ": the form is not bound to the model's own deployment"));
  }

  private static Stream<String> groups(UserTask task, Surroundings known) {
    List<String> groups = task.getCamundaCandidateGroupsList();
    if (groups.isEmpty()) {
      return Stream.of(task.getId() + ": nobody's task, it has no candidate group");
    }
    return groups.stream()
        .map(String::strip)
        // an expression asks a bean for the group; which beans it may ask is another rule
        .filter(group -> !group.startsWith("${"))
        .filter(group -> !known.hasGroup(group))
        .map(group -> task.getId() + ": unknown group " + group);
  }

  private static Stream<String> due(UserTask task) {
    String due = task.getCamundaDueDate();
    return Violations.of(
        Violations.unless(
            PromiseClockDate.asksFor(due),
            task.getId() + ": its due date is not an answer of promiseClock: " + due));
  }

  private static Stream<String> clause(UserTask task) {
    return Violations.of(
        Violations.unless(
            CLAUSE.matcher(BpmnFile.documentation(task)).find(),
            task.getId() + ": its documentation names no clause"));
  }
}
