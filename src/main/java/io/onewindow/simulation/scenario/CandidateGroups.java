package io.onewindow.simulation.scenario;

import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.expression.Surroundings;
import io.onewindow.simulation.model.Assignment;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whose task it is, also where a shared part leaves that to the process that calls it. */
final class CandidateGroups {

  private static final Surroundings NOTHING =
      new Surroundings() {
        @Override
        public Object variable(String name) {
          return null;
        }

        @Override
        public boolean knows(String name) {
          return true;
        }

        @Override
        public Object call(String bean, String method, List<Object> arguments) {
          return null;
        }
      };

  private final Program program;
  private final Function<String, List<String>> acting;

  /**
   * @param acting the groups that act in the role an expression asks for, none where it asks none
   */
  CandidateGroups(Program program, Function<String, List<String>> acting) {
    this.program = program;
    this.acting = acting;
  }

  List<String> of(Node task) {
    return task.work().groups().stream().flatMap(this::resolved).distinct().toList();
  }

  private Stream<String> resolved(String group) {
    List<String> inRole = acting.apply(group);
    if (!inRole.isEmpty()) {
      return inRole.stream();
    }
    Expression expression = Expression.parse(group);
    return expression.variables().isEmpty()
        ? Stream.of(group)
        : expression.variables().stream().flatMap(this::handedOver);
  }

  /** The constants that call activities of this program hand over under the name. */
  private Stream<String> handedOver(String variable) {
    return program.nodes().stream()
        .flatMap(node -> node.work().inputs().stream())
        .filter(one -> variable.equals(one.variable()))
        .map(Assignment::value)
        .flatMap(this::constants);
  }

  private Stream<String> constants(Expression handed) {
    List<String> inRole = acting.apply(handed.toString());
    return inRole.isEmpty() && handed.variables().isEmpty()
        ? Stream.ofNullable(handed.value(NOTHING)).map(Object::toString)
        : inRole.stream();
  }
}
