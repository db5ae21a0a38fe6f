package io.onewindow.simulation.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.kernel.Tally;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.ScenarioReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The real engine under a controlled clock is the kernel's oracle: given the same draws, cases do
 * the same on both, to the millisecond. More models with {@code -Donewindow.oracle.models=1000},
 * others from {@code -Donewindow.oracle.first=61} on.
 */
@DisplayName("random models on kernel and engine")
class RandomModelsOracleTest {

  private static final int MODELS = Integer.getInteger("onewindow.oracle.models", 60);
  private static final int FIRST = Integer.getInteger("onewindow.oracle.first", 1);
  private static final int CASES = 5;

  /** Models in which cases come to more elements in all take the engine too long. */
  private static final int MOST = 250;

  private static ProcessEngine engine;

  private final Set<String> kinds = new TreeSet<>();
  private int elements;

  @BeforeAll
  static void start() {
    engine = PlainEngine.start("random", Map.of());
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void doTheSameToTheMillisecond() {
    int compared = 0;
    for (int seed = FIRST; compared < MODELS; seed++) {
      compared += isAlike(seed) ? 1 : 0;
    }
    assertThat(elements).isGreaterThan(MODELS * CASES * 8);
    if (MODELS >= 60) {
      assertThat(kinds).isEqualTo(Blocks.KINDS);
    }
  }

  /** False for a model that is too large to compare. */
  private boolean isAlike(int seed) {
    RandomModel model = new RandomModel(seed, CASES);
    var main = ProgramReader.parse(model.process(RandomModel.MAIN).orElseThrow(), "main");
    Setup setup =
        new ScenarioReader(model).read(model.scenario(), ProgramReader.read(main, model)).setup();
    EventLog simulated = new EventLog();
    Tally tally = Replication.run(setup, seed, 0, simulated, () -> false);
    if (simulated.size() > MOST) {
      return false;
    }
    EventLog real;
    try (var stage = new EnginePlay.Stage(engine, new EnginePlay.Starts(), texts(model))) {
      real = stage.plays(RandomModel.MAIN, setup, model.scenario(), seed);
    }
    assertThat(simulated.differencesTo(real))
        .as("model %d, here the kernel, there the engine: %s", seed, model.processes().values())
        .isEmpty();
    assertThat(tally.brokenInvariants()).as("model %d", seed).isEmpty();
    assertThat(tally.cases().ended()).as("model %d", seed).isEqualTo(CASES);
    elements += real.size();
    model.processes().values().forEach(text -> kinds.addAll(Blocks.kinds(text)));
    return true;
  }

  private static Map<String, String> texts(RandomModel model) {
    Map<String, String> all = new LinkedHashMap<>(model.processes());
    all.putAll(model.decisions());
    return all;
  }
}
