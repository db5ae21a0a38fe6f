package io.onewindow.laboratory.history;

import io.onewindow.laboratory.history.Past.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When work on each task began and how long the task lay before although somebody was free for it,
 * in office time.
 *
 * <p>Work begins when the task is claimed, but not before the same person has completed what was
 * completed last: nobody does two things at once. A task that nobody claimed begins when it is
 * there and its person has become free. What it lay for beyond the queue of this service is time
 * that its people were taken up by other services, or nobody looked.
 */
final class Handling {

  /**
   * A task on the office line.
   *
   * @param from when work began; where it has not begun, when it could have
   * @param to when it ended, or until when it is known
   * @param lay before that although somebody was free
   */
  record Handled(Step step, boolean hasBegun, long from, long to, long lay) {}

  private final List<Handled> handled = new ArrayList<>();

  Handling(Past past) {
    List<Step> work = past.steps().stream().filter(step -> !step.forApplicant()).toList();
    Map<String, TreeMap<Long, Long>> busy = busy(past, work);
    Map<String, List<String>> people = new LinkedHashMap<>();
    for (Step step : work) {
      if (!step.person().isEmpty() && !knows(people, step)) {
        people.computeIfAbsent(step.element(), any -> new ArrayList<>()).add(step.person());
      }
    }
    for (Step step : work) {
      handled.add(handled(past, step, busy, people.getOrDefault(step.element(), List.of())));
    }
  }

  private static boolean knows(Map<String, List<String>> people, Step step) {
    return people.getOrDefault(step.element(), List.of()).contains(step.person());
  }

  /** Stretches without a gap in which each person was at work on this service. */
  private static Map<String, TreeMap<Long, Long>> busy(Past past, List<Step> work) {
    Map<String, List<long[]>> stretches = new LinkedHashMap<>();
    for (Step step : work) {
      if (step.isCompleted() && !step.person().isEmpty()) {
        stretches
            .computeIfAbsent(step.person(), any -> new ArrayList<>())
            .add(new long[] {begun(past, step), OfficeLine.at(step.endedAt())});
      }
    }
    Map<String, TreeMap<Long, Long>> merged = new LinkedHashMap<>();
    stretches.forEach((person, all) -> merged.put(person, merged(all)));
    return merged;
  }

  private static TreeMap<Long, Long> merged(List<long[]> all) {
    all.sort(Comparator.comparingLong(one -> one[0]));
    TreeMap<Long, Long> runs = new TreeMap<>();
    for (long[] one : all) {
      Map.Entry<Long, Long> last = runs.lastEntry();
      if (last != null && one[0] <= last.getValue()) {
        runs.put(last.getKey(), Math.max(last.getValue(), one[1]));
      } else {
        runs.put(one[0], one[1]);
      }
    }
    return runs;
  }

  private static Handled handled(
      Past past, Step step, Map<String, TreeMap<Long, Long>> busy, List<String> people) {
    boolean hasBegun = step.isCompleted() || step.takenAt() != null;
    long end = OfficeLine.at(step.endedAt() == null ? past.to() : step.endedAt());
    long from = hasBegun ? Math.min(begun(past, step), end) : end;
    long enabled = OfficeLine.at(step.startedAt());
    long free = from;
    for (String person : people) {
      free = Math.min(free, firstFree(busy.get(person), enabled));
    }
    return new Handled(step, hasBegun, from, end, from - Math.min(from, free));
  }

  private static long begun(Past past, Step step) {
    Instant from = later(step.startedAt(), step.takenAt());
    if (step.endedAt() != null && !step.person().isEmpty()) {
      from = later(from, past.lastCompletionBefore(step.person(), step.endedAt()));
    }
    return OfficeLine.at(from);
  }

  private static Instant later(Instant one, Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static long firstFree(TreeMap<Long, Long> runs, long at) {
    Map.Entry<Long, Long> run = runs == null ? null : runs.floorEntry(at);
    return run == null ? at : Math.max(at, run.getValue());
  }

  List<Handled> all() {
    return handled;
  }
}
