package io.onewindow.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.result.Findings;
import io.onewindow.simulation.scenario.Scenario;
import io.onewindow.simulation.scenario.ScenarioReader;
import io.onewindow.simulation.whatif.WhatIf;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Tries a scenario, and its edits, on a model. No server, no database; reads no machine clock. */
public final class Laboratory {

  /** Cases sent ahead to find out, before anything is written, whether the scenario suits. */
  private static final int PILOTS = 50;

  private final ModelSource source;
  private final ScenarioReader reader;

  public Laboratory(ModelSource source) {
    this.source = source;
    this.reader = new ScenarioReader(source);
  }

  /**
   * How a run is watched and used.
   *
   * @param threads at least 1; results do not depend on it
   * @param log of the baseline's first replication
   * @param progress hears how many replications are done
   * @param cancelled looked at now and then
   */
  public record Watch(int threads, TaskLog log, IntConsumer progress, BooleanSupplier cancelled) {

    /** Without a log. */
    public static Watch of(int threads, IntConsumer progress, BooleanSupplier cancelled) {
      return new Watch(threads, TaskLog.NONE, progress, cancelled);
    }

    public static Watch quiet(int threads) {
      return new Watch(threads, TaskLog.NONE, done -> {}, () -> false);
    }
  }

  /** A baseline and its what-if, checked and ready to run. */
  public final class Trial {

    private final BpmnModelInstance model;
    private final ObjectNode tree;
    private final Scenario baseline;
    private final WhatIf whatIf;
    private final Scenario changed;

    private Trial(ObjectNode tree, BpmnModelInstance model) {
      this.model = model;
      this.tree = tree;
      this.baseline = bind(tree, model);
      JsonNode edits = tree.path("approval").path("edits");
      this.whatIf = edits.isEmpty() ? null : WhatIf.of(tree, edits, model, source);
      this.changed = whatIf == null ? null : bind(whatIf.scenario(), whatIf.model());
    }

    public Scenario baseline() {
      return baseline;
    }

    /** The baseline with its edits; null when there are none. */
    public Scenario changed() {
      return changed;
    }

    /** Null when the scenario has no edits. */
    public WhatIf whatIf() {
      return whatIf;
    }

    /**
     * @return null when cancelled
     */
    public Outcome run(Watch watch) {
      Findings before = new Experiment(baseline, watch).run(watch.log());
      if (before == null) {
        return null;
      }
      if (changed == null) {
        return finish(before, null, watch);
      }
      Findings after = new Experiment(changed, watch).run(TaskLog.NONE);
      return after == null ? null : finish(before, after, watch);
    }

    private Outcome finish(Findings before, Findings after, Watch watch) {
      StaffSearch search =
          baseline.question() == null
              ? null
              : new StaffSearch(tree, baseline, staffed -> bind(staffed, model), watch);
      StaffSearch.Answer answer = search == null ? null : search.answer();
      return watch.cancelled().getAsBoolean()
          ? null
          : new Outcome(baseline, before, whatIf, after, answer);
    }
  }

  /**
   * What was found.
   *
   * @param whatIf null without edits
   * @param after null without edits
   * @param staff null when nobody asked
   */
  public record Outcome(
      Scenario baseline,
      Findings before,
      WhatIf whatIf,
      Findings after,
      StaffSearch.Answer staff) {}

  /**
   * Checks everything before anything runs.
   *
   * @param tree the scenario with its assumptions filled in; not changed
   * @throws Problem naming what is wrong and the remedy
   */
  public Trial prepare(ObjectNode tree, BpmnModelInstance model) {
    return new Trial(tree.deepCopy(), model);
  }

  private Scenario bind(ObjectNode tree, BpmnModelInstance model) {
    ObjectNode without = tree.deepCopy();
    if (without.path("approval") instanceof ObjectNode approval) {
      approval.remove("edits");
    }
    Program program = ProgramReader.read(model, source);
    Scenario scenario = reader.read(without, program);
    Replication.run(
        scenario.setup().pilot(PILOTS), scenario.plan().seed(), 0, TaskLog.NONE, () -> false);
    return scenario;
  }
}
