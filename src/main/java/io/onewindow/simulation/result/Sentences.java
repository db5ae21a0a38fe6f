package io.onewindow.simulation.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in Chinese what a change does, and plainly when it does nothing that can be told. */
public final class Sentences {

  private Sentences() {}

  public static List<String> alone(Findings found) {
    List<String> all = new ArrayList<>();
    for (String step : steps(found)) {
      Estimate kept = found.estimate("promise." + step + ".keptShare");
      all.add(
          "办件承诺（"
              + promise(found, step)
              + "）的兑现率为 "
              + Words.percent(kept.mean())
              + "，95% 置信区间 "
              + Words.percent(Math.max(0, kept.low()))
              + " 至 "
              + Words.percent(Math.min(1, kept.high()))
              + "。");
    }
    Estimate cycle = found.estimate("case.cycleTime.mean");
    all.add(
        "办件从收件到全部结束平均 "
            + Words.length(cycle.mean())
            + "（95% 置信区间 "
            + Words.length(cycle.low())
            + " 至 "
            + Words.length(cycle.high())
            + "，"
            + found.replications()
            + " 次重复）。");
    double open = found.estimate("case.open").mean();
    if (open > 0) {
      all.add("运行结束时平均还有 " + Words.number(open) + " 件没有办完，已过时限的计入超时，没有剔除。");
    }
    return all;
  }

  /** The clocks of whole cases; where the model has none, those that keep a plan's promise. */
  private static List<String> steps(Findings found) {
    List<String> whole =
        found.promiseTimes().keySet().stream().filter(step -> step.endsWith("case")).toList();
    return whole.isEmpty() ? List.copyOf(found.promises().keySet()) : whole;
  }

  /**
   * @param told what the edits do
   */
  public static List<String> compared(
      Findings before, Findings after, Map<String, Estimate> differences, List<String> told) {
    List<String> all = new ArrayList<>();
    String change = String.join("；", told) + "：";
    for (String step : steps(before)) {
      Estimate difference = differences.get("promise." + step + ".keptShare");
      if (difference != null) {
        all.add(change + kept(before, after, step, difference));
      }
    }
    Estimate difference = differences.get("case.cycleTime.mean");
    all.add(change + "办件平均时间" + length(before, after, difference));
    return all;
  }

  private static String kept(Findings before, Findings after, String step, Estimate difference) {
    String figure = "promise." + step + ".keptShare";
    String values =
        "办件承诺（"
            + promise(before, step)
            + "）兑现率由 "
            + Words.percent(before.estimate(figure).mean())
            + (difference.mean() < 0 ? " 降至 " : " 升至 ")
            + Words.percent(after.estimate(figure).mean());
    String interval =
        "差异 "
            + Words.points(difference.mean())
            + "，95% 置信区间 "
            + Words.points(difference.low())
            + " 至 "
            + Words.points(difference.high());
    return difference.isSignificant()
        ? values + "，" + interval + "。"
        : "办件承诺（" + promise(before, step) + "）兑现率" + none(interval);
  }

  private static String length(Findings before, Findings after, Estimate difference) {
    String figure = "case.cycleTime.mean";
    String interval =
        "差异 "
            + Words.length(difference.mean())
            + "，95% 置信区间 "
            + Words.length(difference.low())
            + " 至 "
            + Words.length(difference.high());
    return difference.isSignificant()
        ? "由 "
            + Words.length(before.estimate(figure).mean())
            + " 变为 "
            + Words.length(after.estimate(figure).mean())
            + "，"
            + interval
            + "。"
        : none(interval);
  }

  private static String none(String interval) {
    return "没有显著差异（" + interval + "，包含 0）。";
  }

  private static String promise(Findings found, String step) {
    return found.promises().getOrDefault(step, Words.step(step));
  }
}
