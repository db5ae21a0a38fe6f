package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.department.Departments;
import io.onewindow.laboratory.history.Past.Arrived;
import io.onewindow.laboratory.history.Past.Step;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.kernel.Person;
import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.Assumptions;
import io.onewindow.simulation.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Histories of which the truth is known: what a scenario's first replication did. */
final class Simulated {

  static final HistorySettings SETTINGS =
      new HistorySettings(
          20, 5000, Duration.ofDays(365), 10, 0.1, 0.1, 0.7, Duration.ofDays(28), 2000);

  private final List<Step> steps = new ArrayList<>();
  private final Map<Long, Instant> begun = new TreeMap<>();
  private final Map<Long, Instant> ended = new HashMap<>();
  private final String prefix;

  private Simulated(String prefix) {
    this.prefix = prefix;
  }

  static Past of(ObjectNode scenario, Program program, long seed) {
    return new Simulated("").run(Models.scenario(scenario, program), seed).past();
  }

  /** One history after the other, of a service with shipped assumptions. */
  static Past ofService(String service, ObjectNode... scenarios) {
    Program program = program(service);
    List<Arrived> cases = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < scenarios.length; i++) {
      ObjectNode full = Assumptions.fill(scenarios[i], service).tree();
      Simulated one = new Simulated(i + "-").run(Models.scenario(full, program), 3 + i);
      cases.addAll(one.cases());
      steps.addAll(one.steps);
    }
    return past(cases, steps);
  }

  static Program program(String service) {
    byte[] bpmn = Models.SOURCE.process(service).orElseThrow();
    return ProgramReader.read(ProgramReader.parse(bpmn, service), Models.SOURCE);
  }

  static Names names(Program program) {
    return new Names(program, new Departments(), "ningyang");
  }

  private Simulated run(Scenario scenario, long seed) {
    TaskLog log =
        (no, task, enabled, started, at, by) -> {
          begun.merge(no, Instant.ofEpochMilli(enabled), (a, b) -> a.isBefore(b) ? a : b);
          ended.merge(no, Instant.ofEpochMilli(at), (a, b) -> a.isAfter(b) ? a : b);
          steps.add(step(no, task, enabled, started, at, by));
        };
    Replication.run(scenario.setup(), seed, 0, log, () -> false);
    return this;
  }

  private Step step(long no, Node task, long enabled, long started, long at, Person by) {
    return new Step(
        prefix + no,
        task.id(),
        by == null ? "" : by.profile(),
        by == null ? "" : by.id(),
        task.work().waitsForApplicant(),
        Instant.ofEpochMilli(enabled),
        by == null ? null : Instant.ofEpochMilli(started),
        Instant.ofEpochMilli(at),
        true);
  }

  private List<Arrived> cases() {
    List<Arrived> all = new ArrayList<>();
    begun.forEach(
        (no, at) -> all.add(new Arrived(prefix + no, at, ended.get(no), null, false, null)));
    return all;
  }

  private Past past() {
    return past(cases(), steps);
  }

  private static Past past(List<Arrived> cases, List<Step> steps) {
    cases.sort(Comparator.comparing(Arrived::receivedAt));
    steps.sort(Comparator.comparing(Step::startedAt));
    Map<String, NavigableSet<Instant>> completions = new HashMap<>();
    Instant to = cases.get(0).receivedAt();
    for (Step step : steps) {
      completions.computeIfAbsent(step.person(), any -> new TreeSet<>()).add(step.endedAt());
      to = step.endedAt().isAfter(to) ? step.endedAt() : to;
    }
    return new Past(to, cases, steps, List.of(), completions);
  }
}
