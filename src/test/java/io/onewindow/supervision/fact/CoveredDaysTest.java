package io.onewindow.supervision.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.supervision.fact.SumKey.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoveredDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

  @Test
  void everyDayIsCoveredOnce() {
    Random random = new Random(20261121);
    for (int time = 0; time < 2000; time++) {
      LocalDate from = FIRST.plusDays(random.nextInt(2000));
      LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 60 : 2000));
      CoveredDays covered = new CoveredDays(from, to);
      List<LocalDate> days = new ArrayList<>(covered.begins(Grain.DAY));
      covered
          .begins(Grain.WEEK)
          .forEach(
              monday -> {
                assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                days.addAll(monday.datesUntil(monday.plusWeeks(1)).toList());
              });
      covered
          .begins(Grain.MONTH)
          .forEach(
              first -> {
                assertThat(first.getDayOfMonth()).isEqualTo(1);
                days.addAll(first.datesUntil(first.plusMonths(1)).toList());
              });
      assertThat(days.stream().sorted().toList())
          .as("%s to %s", from, to)
          .isEqualTo(from.datesUntil(to.plusDays(1)).toList());
      // a week's days at either end, and another six before a month and after one
      assertThat(covered.begins(Grain.DAY)).hasSizeLessThanOrEqualTo(24);
      assertThat(covered.begins(Grain.WEEK)).hasSizeLessThanOrEqualTo(9);
    }
  }

  @Test
  void takesMonthsBeforeWeeksAndWeeksBeforeDays() {
    CoveredDays covered = new CoveredDays(LocalDate.of(2026, 8, 23), LocalDate.of(2026, 10, 11));
    assertThat(covered.begins(Grain.MONTH)).containsExactly(LocalDate.of(2026, 9, 1));
    assertThat(covered.begins(Grain.WEEK))
        .containsExactly(LocalDate.of(2026, 8, 24), LocalDate.of(2026, 10, 5));
    assertThat(covered.begins(Grain.DAY))
        .containsExactly(
            Stream.of("08-23", "08-31", "10-01", "10-02", "10-03", "10-04")
                .map(day -> LocalDate.parse("2026-" + day))
                .toArray(LocalDate[]::new));
  }
}
