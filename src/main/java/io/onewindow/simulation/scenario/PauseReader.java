package io.onewindow.simulation.scenario;

import io.onewindow.simulation.kernel.PausePlan;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import java.util.Set;

/** Reads which tasks wait for a special procedure (行政许可法第四十五条) that stops the clock. */
final class PauseReader {

  private static final Set<String> KEYS = Set.of("task", "kind", "share", "length");

  private PauseReader() {}

  /** By node; null for none. */
  static PausePlan[] read(Entry approval, Program program, Distributions distributions) {
    PausePlan[] all = new PausePlan[program.nodes().size()];
    for (Entry one : approval.list("pauses")) {
      one.only(KEYS);
      Entry task = one.need("task");
      Node node = program.node(task.text());
      if (node == null || node.kind() != Kind.WORK) {
        throw task.refuse("模型里没有任务 " + task.text());
      }
      all[node.index()] =
          new PausePlan(one.need("share").share(), distributions.ours(one.need("length")));
    }
    return all;
  }
}
