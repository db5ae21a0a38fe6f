package io.onewindow.simulation.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** The reference model on the real engine in memory, with history, for comparing its cost. */
public final class EngineSpeed {

  private EngineSpeed() {}

  /** Plays so many cases, one after the other, and nobody waits for anybody. */
  public static void play(int cases) {
    byte[] bpmn = Models.resource("and7.bpmn");
    ObjectNode json = Models.json(Models.resource("and7.json"));
    json.withObject("/approval").put("cases", cases).put("warmUpCases", 0).put("replications", 1);
    Setup setup =
        new ScenarioReader(Models.SOURCE)
            .read(json, ProgramReader.read(ProgramReader.parse(bpmn, "and7"), Models.SOURCE))
            .setup();
    ProcessEngine engine = PlainEngine.start("speed", Map.of());
    Map<String, String> models = Map.of("and7", new String(bpmn, StandardCharsets.UTF_8));
    EventLog log;
    try (var stage = new EnginePlay.Stage(engine, new EnginePlay.Starts(), models)) {
      log = stage.plays("and7", setup, json, 1);
    }
    if (log.size() != cases * 12) {
      throw new IllegalStateException("the engine has not done all: " + log.size());
    }
    engine.close();
  }
}
