package io.onewindow.supervision.fact;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.supervision.fact.SumKey.Grain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Adds facts up by day, week and month, under the days of Asia/Shanghai. */
final class Sums {

  private final Map<SumKey, Sum> sums = new LinkedHashMap<>();
  private final Predicate<SumKey> wanted;
  private final TimeSums shared;

  Sums() {
    this(key -> true, new TimeSums(day -> true));
  }

  /** Only those of a month; weeks count for the month they begin in. */
  static Sums of(YearMonth month) {
    Predicate<LocalDate> within = day -> YearMonth.from(day).equals(month);
    return new Sums(key -> within.test(key.day()), new TimeSums(within));
  }

  private Sums(Predicate<SumKey> wanted, TimeSums shared) {
    this.wanted = wanted;
    this.shared = shared;
  }

  /**
   * @param times 1 to add them, -1 to take them away
   */
  void cases(Collection<CaseFact> facts, int times) {
    facts.forEach(fact -> add(fact, times));
  }

  void steps(Collection<StepFact> facts, int times) {
    facts.forEach(fact -> add(fact, times));
  }

  private void add(CaseFact fact, int times) {
    received(fact, times);
    ended(fact, times);
    decided(fact, times);
  }

  private void add(StepFact fact, int times) {
    ended(fact, times);
    decided(fact, times);
  }

  void received(CaseFact fact, int times) {
    on(fact.startedAt(), key(fact), sum -> sum.received(times));
  }

  void ended(CaseFact fact, int times) {
    if (fact.spent() != null) {
      on(fact.endedAt(), key(fact), sum -> sum.ended(fact.spent(), times));
      fact.trials().stream()
          .filter(trial -> trial.late() != null)
          .forEach(
              trial ->
                  on(
                      fact.endedAt(),
                      (grain, day) -> SumKey.of(grain, day, fact, trial),
                      sum -> sum.tried(trial, times)));
      shared.add(fact, times);
    }
  }

  void ended(StepFact fact, int times) {
    if (fact.spent() != null) {
      on(fact.endedAt(), key(fact), sum -> sum.ended(fact, times));
    }
  }

  void decided(CaseFact fact, int times) {
    decided(fact.limit(), key(fact), times);
  }

  void decided(StepFact fact, int times) {
    decided(fact.limit(), key(fact), times);
  }

  private static BiFunction<Grain, LocalDate, SumKey> key(CaseFact fact) {
    return (grain, day) -> SumKey.of(grain, day, fact);
  }

  private static BiFunction<Grain, LocalDate, SumKey> key(StepFact fact) {
    return (grain, day) -> SumKey.of(grain, day, fact);
  }

  private void decided(LimitFact limit, BiFunction<Grain, LocalDate, SumKey> key, int times) {
    boolean counts =
        limit != null && (limit.outcome() == Outcome.KEPT || limit.outcome() == Outcome.BROKEN);
    if (counts) {
      on(limit.decidedAt(), key, sum -> sum.decided(limit, times));
    }
  }

  private void on(Instant at, BiFunction<Grain, LocalDate, SumKey> key, Consumer<Sum> deed) {
    LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
    for (Grain grain : Grain.values()) {
      SumKey one = key.apply(grain, day);
      if (wanted.test(one)) {
        deed.accept(sums.computeIfAbsent(one, missing -> new Sum()));
      }
    }
  }

  /** Who took the time of ended cases. */
  TimeSums shared() {
    return shared;
  }

  Map<SumKey, Sum> all() {
    return sums;
  }
}
