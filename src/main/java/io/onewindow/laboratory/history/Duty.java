package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.laboratory.history.Past.Step;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * At which hours of the week a department works, by when its tasks were taken and completed. Only
 * hours in which the hall is open are looked at.
 */
final class Duty {

  private static final long HOUR = 3_600_000;

  /** A duty of nearly all office hours is the office hours. */
  private static final double WHOLE = 0.9;

  /** Fewer weeks tell nothing of a week. */
  private static final int FEWEST_WEEKS = 4;

  /** With fewer for each office hour on average an hour without any is often mere chance. */
  private static final int FEWEST_EACH_HOUR = 3;

  private record Slot(DayOfWeek day, int hour) implements Comparable<Slot> {

    static Slot of(Instant instant) {
      ZonedDateTime at = instant.atZone(WorkCalendar.ZONE);
      return new Slot(at.getDayOfWeek(), at.getHour());
    }

    @Override
    public int compareTo(Slot other) {
      int byDay = day.compareTo(other.day);
      return byDay != 0 ? byDay : Integer.compare(hour, other.hour);
    }
  }

  private final HistorySettings settings;
  private final Instant from;
  private final Instant to;
  private final Set<Slot> office = new TreeSet<>();

  Duty(Past past, HistorySettings settings) {
    this.settings = settings;
    this.from = past.from();
    this.to = past.to();
    for (Instant at = from.truncatedTo(ChronoUnit.HOURS);
        at.isBefore(to);
        at = at.plus(1, ChronoUnit.HOURS)) {
      long open = OfficeLine.office().between(at.toEpochMilli(), at.toEpochMilli() + HOUR);
      if (open > 0) {
        office.add(Slot.of(at));
      }
    }
  }

  /**
   * The hours, as a scenario's {@code time_periods}.
   *
   * @return empty when the department works whenever the hall is open, or too little is known
   */
  Optional<ArrayNode> hours(Collection<Step> steps) {
    Set<Slot> hours = likely(steps);
    boolean isWhole = hours.size() >= WHOLE * office.size();
    boolean isScarce = 2 * steps.size() < FEWEST_EACH_HOUR * office.size();
    if (isScarce
        || weeks() < FEWEST_WEEKS
        || isWhole
        || covered(steps, hours) < settings.support()) {
      return Optional.empty();
    }
    ArrayNode periods = JsonNodeFactory.instance.arrayNode();
    for (Slot one : hours) {
      periods
          .addObject()
          .put("from", one.day().name())
          .put("to", one.day().name())
          .put("beginTime", String.format("%02d:00:00", one.hour()))
          .put("endTime", String.format("%02d:00:00", (one.hour() + 1) % 24));
    }
    return Optional.of(periods);
  }

  private long weeks() {
    return Math.max(1, ChronoUnit.DAYS.between(from, to) / 7);
  }

  private Set<Slot> likely(Collection<Step> steps) {
    Map<Slot, Set<Long>> weeks = new TreeMap<>();
    for (Step step : steps) {
      add(weeks, step.endedAt());
      add(weeks, step.takenAt());
    }
    weeks.keySet().retainAll(office);
    weeks.values().removeIf(one -> one.size() < settings.confidence() * weeks());
    return weeks.keySet();
  }

  private void add(Map<Slot, Set<Long>> weeks, Instant at) {
    if (at != null) {
      weeks
          .computeIfAbsent(Slot.of(at), any -> new HashSet<>())
          .add(ChronoUnit.DAYS.between(from, at) / 7);
    }
  }

  private double covered(Collection<Step> steps, Set<Slot> hours) {
    long inside = steps.stream().filter(one -> hours.contains(Slot.of(one.endedAt()))).count();
    return steps.isEmpty() ? 0 : (double) inside / steps.size();
  }
}
