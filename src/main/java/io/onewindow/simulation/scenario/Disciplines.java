package io.onewindow.simulation.scenario;

import io.onewindow.simulation.kernel.Discipline;
import io.onewindow.simulation.kernel.PoolPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads in which order each department takes its tasks. */
final class Disciplines {

  private static final Map<String, Discipline> NAMES =
      Map.of(
          "fifo", Discipline.FIFO,
          "earliestPromise", Discipline.EARLIEST_PROMISE,
          "priority", Discipline.PRIORITY,
          "random", Discipline.RANDOM,
          "morningBatch", Discipline.MORNING_BATCH);

  private Disciplines() {}

  static Map<String, Discipline> read(Entry approval) {
    Map<String, Discipline> all = new HashMap<>();
    approval
        .fields("disciplines")
        .forEach(
            (pool, entry) -> {
              Discipline discipline = NAMES.get(entry.text());
              if (discipline == null) {
                throw entry.refuse(
                    "应为 " + String.join("、", NAMES.keySet().stream().sorted().toList()));
              }
              all.put(pool, discipline);
            });
    return all;
  }

  static void requireKnown(Entry approval, StaffReader staff) {
    Set<String> pools = staff.pools().stream().map(PoolPlan::id).collect(Collectors.toSet());
    approval
        .fields("disciplines")
        .forEach(
            (pool, entry) -> {
              if (!pool.equals("*") && !pools.contains(pool)) {
                throw entry.refuse(
                    "没有部门 " + pool + "，可用的有：" + String.join("、", pools.stream().sorted().toList()));
              }
            });
  }
}
