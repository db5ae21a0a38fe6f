package io.onewindow.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.kernel.PoolPlan;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.result.Estimate;
import io.onewindow.simulation.result.Findings;
import io.onewindow.simulation.scenario.Scenario;
import io.onewindow.simulation.scenario.StaffQuestion;
import io.onewindow.simulation.whatif.WhatIf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How many people more keep so many promises: one more at a time where most waits, until the target
 * is reached.
 */
public final class StaffSearch {

  /** One try: how many more people in each department, and the share of promises kept. */
  public record Attempt(Map<String, Integer> added, Estimate keptShare) {}

  /**
   * The way to the answer.
   *
   * @param isReached whether the last attempt reaches the target
   */
  public record Answer(double target, boolean isReached, List<Attempt> attempts) {}

  private final ObjectNode tree;
  private final StaffQuestion question;
  private final Scenario baseline;
  private final Function<ObjectNode, Scenario> bind;
  private final Laboratory.Watch watch;

  StaffSearch(
      ObjectNode tree,
      Scenario baseline,
      Function<ObjectNode, Scenario> bind,
      Laboratory.Watch watch) {
    this.tree = tree;
    this.baseline = baseline;
    this.question = baseline.question();
    this.bind = bind;
    this.watch = watch;
  }

  Answer answer() {
    List<Attempt> attempts = new ArrayList<>();
    Map<String, Integer> added = new LinkedHashMap<>();
    ObjectNode staffed = tree;
    Scenario scenario = baseline;
    for (int more = 0; more <= question.most(); more++) {
      Findings findings = new Experiment(scenario, watch).run(TaskLog.NONE);
      if (findings == null) {
        return null;
      }
      Estimate kept = findings.estimate("promise." + step(findings) + ".keptShare");
      attempts.add(new Attempt(Map.copyOf(added), kept));
      if (kept.mean() >= question.target()) {
        return new Answer(question.target(), true, attempts);
      }
      String group = busiest(findings);
      if (group == null) {
        break;
      }
      added.merge(group, 1, Integer::sum);
      staffed = WhatIf.withOneMore(staffed, group);
      scenario = bind.apply(staffed);
    }
    return new Answer(question.target(), false, attempts);
  }

  private String step(Findings findings) {
    if (question.step() != null) {
      return question.step();
    }
    return findings.promiseTimes().keySet().stream()
        .filter(step -> step.endsWith("case"))
        .findFirst()
        .or(() -> findings.promises().keySet().stream().findFirst())
        .orElseThrow(() -> Refusal.at("approval.staffNeeded.step", "没有承诺时钟走动过，请指明是哪一步的时限"));
  }

  /** The department before whose desks most tasks wait; null when nothing waits anywhere. */
  private String busiest(Findings findings) {
    String busiest = null;
    double most = 0;
    for (PoolPlan pool : findings.setup().pools()) {
      double waiting = findings.estimate("pool." + pool.id() + ".queue.mean").mean();
      String group =
          question.groups().stream()
              .filter(one -> List.of(pool.id().split("\\+")).contains(one))
              .findFirst()
              .orElse(null);
      if (group != null && waiting > most) {
        most = waiting;
        busiest = group;
      }
    }
    return busiest;
  }
}
