package io.onewindow.supervision.fact;

import io.onewindow.supervision.fact.SumKey.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A period as few sums as it can be read from: whole months, whole weeks around them, and the days
 * that are left. Every day is in exactly one of them.
 */
final class CoveredDays {

  private final Map<Grain, List<LocalDate>> begins = new EnumMap<>(Grain.class);

  /**
   * @param from first day
   * @param to last day
   */
  CoveredDays(LocalDate from, LocalDate to) {
    for (LocalDate day = from; !day.isAfter(to); ) {
      Grain grain = longest(day, to);
      begins.computeIfAbsent(grain, none -> new ArrayList<>()).add(day);
      day = after(grain, day);
    }
  }

  private static Grain longest(LocalDate day, LocalDate to) {
    if (day.getDayOfMonth() == 1 && !YearMonth.from(day).atEndOfMonth().isAfter(to)) {
      return Grain.MONTH;
    }
    LocalDate sunday = day.plusDays(6);
    boolean monthAfterIsWhole =
        sunday.getMonth() != day.getMonth() && !YearMonth.from(sunday).atEndOfMonth().isAfter(to);
    boolean week =
        day.getDayOfWeek() == DayOfWeek.MONDAY && !sunday.isAfter(to) && !monthAfterIsWhole;
    return week ? Grain.WEEK : Grain.DAY;
  }

  private static LocalDate after(Grain grain, LocalDate day) {
    return switch (grain) {
      case DAY -> day.plusDays(1);
      case WEEK -> day.plusWeeks(1);
      case MONTH -> day.plusMonths(1);
    };
  }

  /** Where the months, weeks or days begin, in order. */
  List<LocalDate> begins(Grain grain) {
    return begins.getOrDefault(grain, List.of());
  }

  /** What selects their sums; {@link #bind} gives it its values. */
  String condition() {
    List<String> any = new ArrayList<>();
    begins
        .keySet()
        .forEach(
            grain ->
                any.add("(grain = '" + grain.code() + "' and on_day in (:" + grain.name() + "))"));
    return any.isEmpty() ? " and 1 = 0" : " and (" + String.join(" or ", any) + ")";
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
    JdbcClient.StatementSpec bound = statement;
    for (Map.Entry<Grain, List<LocalDate>> one : begins.entrySet()) {
      bound = bound.param(one.getKey().name(), one.getValue());
    }
    return bound;
  }
}
