package io.onewindow.simulation.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.kernel.Sketch;

/** Which share of clocks, and of cases, ends within which time, as JSON; times in seconds. */
public final class DistributionJson {

  private static final int POINTS = 120;
  private static final double SECOND = 1000;

  /** The name of the whole time from arrival to end, which no clock limits. */
  private static final String CYCLE = "cycleTime";

  private DistributionJson() {}

  /**
   * @param after null without a what-if
   * @return by step: the times, and the shares before and after
   */
  public static ObjectNode write(Findings before, Findings after) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    before
        .promiseTimes()
        .forEach(
            (step, times) ->
                curve(all, step, times, after == null ? null : after.promiseTimes().get(step)));
    curve(all, CYCLE, before.cycle(), after == null ? null : after.cycle());
    return all;
  }

  private static void curve(ObjectNode all, String name, Sketch before, Sketch after) {
    double most = Math.max(before.quantile(0.99), after == null ? 0 : after.quantile(0.99));
    if (!(most > 0)) {
      return;
    }
    ObjectNode curve = all.putObject(name);
    ArrayNode times = curve.putArray("times");
    ArrayNode shares = curve.putArray("before");
    ArrayNode changed = after == null ? null : curve.putArray("after");
    for (int i = 0; i <= POINTS; i++) {
      double time = most * i / POINTS;
      times.add(time / SECOND);
      shares.add(before.shareUpTo(time));
      if (changed != null) {
        changed.add(after.shareUpTo(time));
      }
    }
  }
}
