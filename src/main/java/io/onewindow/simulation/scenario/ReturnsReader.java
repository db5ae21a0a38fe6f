package io.onewindow.simulation.scenario;

import io.onewindow.simulation.expression.Expression;
import io.onewindow.simulation.kernel.Outcome;
import io.onewindow.simulation.kernel.Outcome.Choice;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.random.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads how many applications come back incomplete and how long applicants then take. */
final class ReturnsReader {

  private static final Set<String> KEYS =
      Set.of("rate", "again", "task", "variable", "value", "supplement", "applicantDelay");

  private final Entry returns;
  private final Distribution applicantDelay;
  private final int supplement;
  private final Node task;

  ReturnsReader(Entry approval, Program program, Distributions distributions) {
    returns = approval.get("returns");
    Entry delay = returns == null ? null : returns.only(KEYS).get("applicantDelay");
    applicantDelay = delay == null ? null : distributions.ours(delay);
    supplement = supplement(program);
    task =
        returns == null || returns.get("rate") == null ? null : node(program, returns.need("task"));
  }

  Distribution applicantDelay() {
    return applicantDelay;
  }

  /** Place of the task in which the applicant supplements; -1 for none. */
  int supplement() {
    return supplement;
  }

  private int supplement(Program program) {
    Entry named = returns == null ? null : returns.get("supplement");
    if (named != null) {
      return node(program, named).index();
    }
    return program.nodes().stream()
        .filter(one -> one.kind() == Kind.WORK && one.work().waitsForApplicant())
        .mapToInt(Node::index)
        .findFirst()
        .orElse(-1);
  }

  private static Node node(Program program, Entry id) {
    Node node = program.node(id.text());
    if (node == null) {
      throw id.refuse("模型里没有元素 " + id.text());
    }
    return node;
  }

  /** The outcomes with the share of what is sent back set to the rate. */
  Outcome[][] applyTo(Outcome[][] outcomes) {
    if (task == null) {
      return outcomes;
    }
    String variable = returns.need("variable").text();
    Outcome[] ofTask = outcomes[task.index()];
    for (int i = 0; ofTask != null && i < ofTask.length; i++) {
      if (ofTask[i].variable().equals(variable)) {
        ofTask[i] = with(ofTask[i]);
        return outcomes;
      }
    }
    throw returns.refuse("任务 " + task.id() + " 没有结果变量 " + variable + "，请在 approval.outcomes 中给出");
  }

  private Outcome with(Outcome outcome) {
    double rate = returns.need("rate").share();
    Entry again = returns.get("again");
    return new Outcome(
        outcome.variable(),
        with(outcome.first(), rate),
        with(outcome.later(), again == null ? 0 : again.share()));
  }

  private Choice with(Choice choice, double rate) {
    String value = returns.need("value").text();
    List<Expression> values = new ArrayList<>(List.of(Expression.parse(value)));
    List<Double> shares = new ArrayList<>(List.of(rate));
    double before = 0;
    double rest = 0;
    for (int i = 0; i < choice.upTo().length; i++) {
      if (!choice.values().get(i).toString().equals(value)) {
        values.add(choice.values().get(i));
        shares.add(choice.upTo()[i] - before);
        rest += choice.upTo()[i] - before;
      }
      before = choice.upTo()[i];
    }
    if (rest == 0 && rate < 1) {
      throw returns.refuse("除“" + value + "”外没有别的取值，退回率只能是 1");
    }
    double[] upTo = new double[values.size()];
    upTo[0] = rate;
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] = upTo[i - 1] + shares.get(i) / rest * (1 - rate);
    }
    return new Choice(values, upTo);
  }
}
