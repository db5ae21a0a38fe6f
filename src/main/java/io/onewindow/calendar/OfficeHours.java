package io.onewindow.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a hall is open on its working days, by season and weekday. A weekend day worked in exchange
 * has the usual sessions. Immutable.
 */
public final class OfficeHours {

  /**
   * The sessions from one day on until the next season begins.
   *
   * @param usual sessions of a working day, in order, at least one
   * @param exceptions other sessions for some weekdays, Monday to Friday only, at least one each
   */
  public record Season(
      LocalDate validFrom, List<Session> usual, Map<DayOfWeek, List<Session>> exceptions) {

    /**
     * @throws IllegalArgumentException with a Chinese message when sessions are missing, overlap,
     *     or an exception is for a weekend
     */
    public Season {
      usual = inOrder(usual);
      Map<DayOfWeek, List<Session>> checked = new TreeMap<>();
      exceptions.forEach((day, sessions) -> checked.put(weekday(day), inOrder(sessions)));
      exceptions = Map.copyOf(checked);
    }

    List<Session> on(DayOfWeek day) {
      return exceptions.getOrDefault(day, usual);
    }

    private static DayOfWeek weekday(DayOfWeek day) {
      if (day.compareTo(DayOfWeek.FRIDAY) > 0) {
        throw new IllegalArgumentException("周末不单独设办公时间：调休上班日按平日办公时间");
      }
      return day;
    }

    private static List<Session> inOrder(List<Session> sessions) {
      List<Session> sorted = new ArrayList<>(sessions);
      sorted.sort(Comparator.comparing(Session::opens));
      if (sorted.isEmpty()) {
        throw new IllegalArgumentException("每个工作日至少应有一个办公时段");
      }
      for (int i = 1; i < sorted.size(); i++) {
        if (sorted.get(i).opens().isBefore(sorted.get(i - 1).closes())) {
          throw new IllegalArgumentException("办公时段重叠：" + sorted.get(i - 1) + " 与 " + sorted.get(i));
        }
      }
      return List.copyOf(sorted);
    }
  }

  private final TreeMap<LocalDate, Season> seasons;

  private OfficeHours(TreeMap<LocalDate, Season> seasons) {
    this.seasons = seasons;
  }

  /** 09:00–12:00 and 13:30–17:30 on every working day. */
  public static OfficeHours standard() {
    return parse("09:00-12:00,13:30-17:30");
  }

  /** The same sessions on every working day of all time. */
  public static OfficeHours everyWorkday(List<Session> sessions) {
    return new OfficeHours(new TreeMap<>()).from(new Season(LocalDate.MIN, sessions, Map.of()));
  }

  /**
   * @param text sessions of every working day, e.g. {@code 09:00-12:00,13:30-17:30}; never null
   * @throws IllegalArgumentException with a Chinese message when it is not of that form
   */
  public static OfficeHours parse(String text) {
    List<Session> sessions = new ArrayList<>();
    for (String part : text.split("[,，、]")) {
      sessions.add(Session.parse(part));
    }
    return everyWorkday(sessions);
  }

  /** These hours until the season begins, the season's from then until the next one, if any. */
  public OfficeHours from(Season season) {
    TreeMap<LocalDate, Season> more = new TreeMap<>(seasons);
    more.put(season.validFrom(), season);
    return new OfficeHours(more);
  }

  /** Every season in the order they begin; the first holds from {@link LocalDate#MIN}. */
  public List<Season> seasons() {
    return List.copyOf(seasons.values());
  }

  /** The hours that hold on this day, as a season that begins with it. */
  public Season seasonOn(LocalDate day) {
    Season season = seasons.floorEntry(day).getValue();
    return new Season(day, season.usual(), season.exceptions());
  }

  /** The sessions of this day if it is a working day, in order, at least one. */
  List<Session> on(LocalDate workday) {
    return seasons.floorEntry(workday).getValue().on(workday.getDayOfWeek());
  }

  /** Office time of a usual day of the first season, for telling long times in days. */
  Duration usualDay() {
    return seasons.firstEntry().getValue().usual().stream()
        .map(session -> Duration.between(session.opens(), session.closes()))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
