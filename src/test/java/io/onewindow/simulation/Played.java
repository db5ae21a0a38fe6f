package io.onewindow.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.Tally;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.Scenario;
import io.onewindow.simulation.scenario.ScenarioReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** One replication, every task of which is told in a line. */
record Played(List<String> tasks, Tally tally, Scenario scenario) {

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("dd.HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  /** Lines such as {@code 0 a 02.09:00 02.09:00 02.09:20 desk}: case, task, three times, who. */
  static Played of(BpmnModelInstance model, ObjectNode json) {
    Scenario scenario =
        new ScenarioReader(Models.SOURCE).read(json, ProgramReader.read(model, Models.SOURCE));
    List<String> tasks = new ArrayList<>();
    Tally tally =
        Replication.run(
            scenario.setup(),
            1,
            0,
            (no, task, enabled, started, ended, by) ->
                tasks.add(
                    String.join(
                        " ",
                        Long.toString(no),
                        task.id(),
                        time(enabled),
                        time(started),
                        time(ended),
                        by == null ? "-" : by.id())),
            () -> false);
    return new Played(tasks, tally, scenario);
  }

  private static String time(long millis) {
    return SHORT.format(Instant.ofEpochMilli(millis));
  }
}
