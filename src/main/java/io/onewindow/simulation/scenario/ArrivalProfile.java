package io.onewindow.simulation.scenario;

import io.onewindow.simulation.time.Intensity;
import io.onewindow.simulation.time.Sessions;
import io.onewindow.simulation.time.WorkingTime;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Reads by how much more comes in at some hours of the week than on average. */
final class ArrivalProfile {

  private static final int HOURS = 24;

  private ArrivalProfile() {}

  /**
   * @param profile day → hour → weight; hours not listed weigh 1
   * @param office null when the scenario has no jurisdiction
   */
  static WorkingTime of(Entry profile, WorkingTime office) {
    if (!(office instanceof Sessions sessions)) {
      throw profile.refuse("按小时的来件分布以办公时间为准，须有 approval.jurisdiction");
    }
    double[][] weights = new double[DayOfWeek.values().length][HOURS];
    for (double[] day : weights) {
      Arrays.fill(day, 1);
    }
    for (Map.Entry<String, Entry> day : profile.fields().entrySet()) {
      double[] hours = weights[day(day.getKey(), day.getValue()).ordinal()];
      day.getValue().fields().forEach((hour, weight) -> hours[hour(hour, weight)] = read(weight));
    }
    return Intensity.of(sessions, at -> weight(weights, at));
  }

  private static double weight(double[][] weights, ZonedDateTime at) {
    return weights[at.getDayOfWeek().ordinal()][at.getHour()];
  }

  private static DayOfWeek day(String name, Entry entry) {
    try {
      return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw entry.refuse("应为 MONDAY 至 SUNDAY");
    }
  }

  private static int hour(String text, Entry entry) {
    if (!text.matches("\\d{1,2}") || Integer.parseInt(text) >= HOURS) {
      throw entry.refuse("小时应为 0 至 23");
    }
    return Integer.parseInt(text);
  }

  /** Never nothing at all: a week without any arrival would never end. */
  private static double read(Entry weight) {
    if (!(weight.number() > 0)) {
      throw weight.refuse("权重应大于零");
    }
    return weight.number();
  }
}
