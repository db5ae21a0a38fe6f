package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.simulation.time.Intensity;
import io.onewindow.simulation.time.WorkingTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * How applications come in: by how much more at some hours of the week than on average, and with
 * which gaps once that is accounted for.
 */
final class Arrivals {

  private static final int HOURS = 24;
  private static final long HOUR = 3_600_000;

  /**
   * So many arrivals at the mean rate are added to each hour of the week, so that an hour with few
   * cases is not taken at its word; our own choice.
   */
  private static final double SHRINKING = 5;

  private final double[][] weights;
  private final WorkingTime line;
  private final double[] gaps;

  /**
   * @param received ascending, at least two
   * @param to until when arrivals were watched
   */
  Arrivals(List<Instant> received, Instant to) {
    List<Instant> effective = received.stream().map(OfficeLine::effective).toList();
    this.weights = weights(effective, to);
    this.line = Intensity.of(OfficeLine.office(), this::weight);
    this.gaps = new double[effective.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = OfficeLine.at(line, effective.get(i + 1)) - OfficeLine.at(line, effective.get(i));
    }
    Arrays.sort(gaps);
  }

  private static double[][] weights(List<Instant> received, Instant to) {
    double[][] counts = new double[DayOfWeek.values().length][HOURS];
    double[][] open = new double[DayOfWeek.values().length][HOURS];
    received.forEach(one -> add(counts, one, 1));
    long end = to.toEpochMilli();
    for (long at = received.get(0).toEpochMilli() / HOUR * HOUR; at < end; at += HOUR) {
      add(
          open,
          Instant.ofEpochMilli(at),
          OfficeLine.office().between(at, Math.min(at + HOUR, end)));
    }
    double all = Arrays.stream(open).flatMapToDouble(Arrays::stream).sum();
    double rate = received.size() / all;
    for (int day = 0; day < counts.length; day++) {
      for (int hour = 0; hour < HOURS; hour++) {
        double expected = open[day][hour] * rate;
        counts[day][hour] = (counts[day][hour] + SHRINKING) / (expected + SHRINKING);
      }
    }
    return counts;
  }

  private static void add(double[][] table, Instant at, double amount) {
    ZonedDateTime local = at.atZone(WorkCalendar.ZONE);
    table[local.getDayOfWeek().ordinal()][local.getHour()] += amount;
  }

  private double weight(ZonedDateTime at) {
    return weights[at.getDayOfWeek().ordinal()][at.getHour()];
  }

  /** Office time between arrivals at an average hour, ascending. */
  double[] gaps() {
    return gaps;
  }

  /** How many are to be expected between two instants. */
  double expected(Instant from, Instant to) {
    double mean = Arrays.stream(gaps).average().orElseThrow();
    return (OfficeLine.at(line, to) - OfficeLine.at(line, from)) / mean;
  }

  /** As a scenario's {@code approval.arrivalProfile}: hours in which the hall ever opens. */
  ObjectNode profile() {
    ObjectNode profile = JsonNodeFactory.instance.objectNode();
    for (DayOfWeek day : DayOfWeek.values()) {
      ObjectNode hours = JsonNodeFactory.instance.objectNode();
      for (int hour = 0; hour < HOURS; hour++) {
        double weight = weights[day.ordinal()][hour];
        if (weight != 1) {
          hours.put(String.valueOf(hour), Math.round(weight * 1000) / 1000.0);
        }
      }
      if (!hours.isEmpty()) {
        profile.set(day.name(), hours);
      }
    }
    return profile;
  }
}
