package io.onewindow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.Models;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.oracle.EngineSpeed;
import io.onewindow.simulation.result.TasksCsv;
import io.onewindow.simulation.scenario.Assumptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.logging.LoggingSystem;

/** One simulation in a process of its own; prints what it cost as JSON. */
public final class SimulationOnce {

  private SimulationOnce() {}

  public static void main(String[] args) throws IOException {
    LoggingSystem.get(SimulationOnce.class.getClassLoader()).beforeInitialize();
    if (args[0].equals("engine")) {
      EngineSpeed.play(Integer.parseInt(args[1]));
      System.out.println(cost());
      return;
    }
    boolean reference = args[0].equals("and7");
    byte[] bpmn =
        reference ? Models.resource("and7.bpmn") : Models.SOURCE.process(args[0]).orElseThrow();
    BpmnModelInstance model = ProgramReader.parse(bpmn, args[0]);
    ObjectNode given =
        reference
            ? Models.json(Models.resource("and7.json"))
            : new ObjectMapper().createObjectNode();
    int cases = Integer.parseInt(args[1]);
    given
        .withObject("/approval")
        .put("cases", cases)
        .put("warmUpCases", cases / 10)
        .put("replications", Integer.parseInt(args[2]));
    ObjectNode tree = Assumptions.fill(given, args[0]).tree();
    Laboratory.Trial trial = new Laboratory(Models.SOURCE).prepare(tree, model);
    int threads = Integer.parseInt(args[3]);
    if (Boolean.parseBoolean(args[4])) {
      Path file = Files.createTempFile("tasks", ".csv");
      try (TasksCsv log = new TasksCsv(Files.newOutputStream(file))) {
        trial.run(new Laboratory.Watch(threads, log, done -> {}, () -> false));
      } finally {
        Files.delete(file);
      }
    } else {
      trial.run(new Laboratory.Watch(threads, TaskLog.NONE, done -> {}, () -> false));
    }
    System.out.println(cost());
  }

  private static String cost() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double wall = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    return String.format(
        Locale.ROOT,
        "{\"cpu\":%.3f,\"wall\":%.3f,\"heap\":%.1f}",
        system.getProcessCpuTime() / 1e9,
        wall,
        live() / 1048576.0);
  }

  /** What was still in use after the last collection of each part of the heap. */
  private static long live() {
    long live = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      live += after == null ? 0 : after.getUsed();
    }
    return live;
  }
}
