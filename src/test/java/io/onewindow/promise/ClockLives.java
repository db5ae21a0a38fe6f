package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.ClockHistory.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Lets the clocks of generated cases live as {@link ClockActs} does: begun one after another, held
 * while any pause is open, shifted when the last one ends, extended once.
 */
final class ClockLives {

  private static final LimitUnit[] UNITS = {
    LimitUnit.WORKING_DAY,
    LimitUnit.CALENDAR_DAY,
    LimitUnit.OFFICE_HOUR,
    LimitUnit.OFFICE_MINUTE,
    LimitUnit.MONTH,
    LimitUnit.NEXT_DAY,
    LimitUnit.IMMEDIATE
  };

  private final WorkCalendar calendar;
  private final Duration allowance;
  private final SplittableRandom random;
  private Map<String, Optional<Limit>> limits = new HashMap<>();
  private Map<String, Optional<InternalLimit>> internals = new HashMap<>();

  private Instant now;
  private List<StepClock> clocks;
  private Map<String, Instant> begun;
  private List<Pause> pauses;
  private Map<String, Instant> extensions;

  ClockLives(WorkCalendar calendar, long seed, Duration allowance) {
    this.calendar = calendar;
    this.allowance = allowance;
    this.random = new SplittableRandom(seed);
  }

  /** The limits of the case made last. */
  LimitAnswers limits() {
    return new LimitAnswers(null) {
      @Override
      Optional<Limit> limit(StepClock clock) {
        return limits.get(clock.step());
      }

      @Override
      Optional<InternalLimit> internal(StepClock clock) {
        return internals.get(clock.step());
      }
    };
  }

  ClockHistory next() {
    open();
    begin("case", 1 + random.nextInt(2));
    for (int i = 0, acts = 2 + random.nextInt(7); i < acts; i++) {
      now = now.plusMillis(1 + random.nextLong(Duration.ofDays(3).toMillis()));
      switch (random.nextInt(8)) {
        case 0, 1 -> begin("step" + i, random.nextInt(4));
        case 2, 3, 4 -> pause();
        case 5, 6 -> resume();
        default -> extend();
      }
    }
    return history();
  }

  ClockHistory caseOf(Limit limit) {
    open();
    limits.put("case", Optional.of(limit));
    internals.put("case", Optional.empty());
    begin("case", -1);
    return history();
  }

  static Limit promise(int value, LimitUnit unit) {
    return limit(new Term(value, unit), null, null);
  }

  private void open() {
    now = Instant.parse("2026-01-05T01:00:00Z").plusMillis(random.nextLong(300L * 86_400_000));
    clocks = new ArrayList<>();
    begun = new HashMap<>();
    pauses = new ArrayList<>();
    extensions = new HashMap<>();
    limits = new HashMap<>();
    internals = new HashMap<>();
  }

  private ClockHistory history() {
    return new ClockHistory(
        clocks.stream().map(clock -> new Recorded(clock, begun.get(clock.id()))).toList(),
        List.copyOf(pauses),
        Map.copyOf(extensions));
  }

  /**
   * @param kind 0 nothing of its own, 1 promise, 2 statute, 3 our own time
   */
  private void begin(String step, int kind) {
    if (kind >= 0) {
      Statute law = kind == 2 || kind == 1 && random.nextBoolean() ? statute() : null;
      Threshold warning =
          random.nextBoolean() ? Threshold.before(new Term(1, LimitUnit.WORKING_DAY)) : null;
      boolean known = kind == 1 || kind == 2;
      limits.put(
          step,
          known ? Optional.of(limit(kind == 1 ? term() : null, warning, law)) : Optional.empty());
      internals.put(
          step,
          kind == 3
              ? Optional.of(new InternalLimit(new Term(2, LimitUnit.WORKING_DAY), warning))
              : Optional.empty());
    }
    Instant start = now.minusMillis(random.nextInt(3) == 0 ? random.nextLong(200_000_000) : 0);
    Optional<StepClock> around = clocks.stream().filter(StepClock::isWholeCase).findFirst();
    ClockRules.Plan plan =
        new ClockRules(calendar, allowance)
            .plan(start, limits.get(step), internals.get(step), around);
    StepClock clock =
        new StepClock(
            step,
            "case",
            "case",
            step,
            step,
            "ningyang",
            "service",
            step,
            null,
            null,
            null,
            null,
            null,
            null,
            start,
            start,
            start,
            start,
            null,
            false,
            null,
            Light.GREEN,
            null,
            null,
            null);
    StepClock planned = clock.planned(plan, limits.get(step).orElse(null)).marked(calendar);
    clocks.add(stands(planned, around) ? planned.pausedSince(now) : planned);
    begun.put(step, now);
  }

  /** What begins while its case stands still does not run either. */
  private boolean stands(StepClock clock, Optional<StepClock> around) {
    return clock.basis() == Basis.CASE
        ? around.orElseThrow().pausedAt() != null
        : clock.isPausable() && pauses.stream().anyMatch(one -> one.resumedAt() == null);
  }

  private void pause() {
    String id = "pause" + pauses.size();
    pauses.add(new Pause(id, "case", PauseKind.HEARING, "1", "", now, "", null, null));
    clocks.replaceAll(
        one -> one.isPausable() && one.pausedAt() == null ? one.pausedSince(now) : one);
  }

  private void resume() {
    List<Pause> open = pauses.stream().filter(one -> one.resumedAt() == null).toList();
    if (open.isEmpty()) {
      return;
    }
    Pause ending = open.get(random.nextInt(open.size()));
    pauses.set(
        pauses.indexOf(ending),
        new Pause(ending.id(), "case", ending.kind(), "1", "", ending.pausedAt(), "", now, ""));
    if (open.size() > 1) {
      return;
    }
    List<StepClock> held = clocks.stream().filter(one -> one.pausedAt() != null).toList();
    clocks.replaceAll(one -> one.pausedAt() == null ? one : shifted(one, held));
    follow();
  }

  /** A step that took the case's clock over always has the case's instants. */
  private void follow() {
    StepClock around = clocks.stream().filter(StepClock::isWholeCase).findFirst().orElseThrow();
    clocks.replaceAll(one -> one.basis() == Basis.CASE ? one.following(around, calendar) : one);
  }

  private StepClock shifted(StepClock clock, List<StepClock> held) {
    StepClock counted =
        clock.basis() == Basis.CASE
            ? held.stream().filter(StepClock::isWholeCase).findFirst().orElse(clock)
            : clock;
    return new ClockShift(calendar, clock.pausedAt(), now)
        .of(clock.pausedSince(null), counted.unit());
  }

  private void extend() {
    if (!extensions.isEmpty() || clocks.stream().anyMatch(this::hasPassed)) {
      return;
    }
    clocks.replaceAll(
        one -> {
          if (!one.isPausable() || one.statutoryDueAt() == null) {
            return one;
          }
          extensions.put(one.id(), now);
          return new Extension(calendar, 2).of(one.extendedBy(2));
        });
    follow();
  }

  /** What has passed is not extended any more. */
  private boolean hasPassed(StepClock clock) {
    Instant counted = clock.pausedAt() == null ? now : clock.pausedAt();
    return clock.isPausable()
        && clock.statutoryDueAt() != null
        && !clock.statutoryDueAt().isAfter(counted);
  }

  private Term term() {
    LimitUnit unit = UNITS[random.nextInt(UNITS.length)];
    return switch (unit) {
      case IMMEDIATE -> new Term(0, unit);
      case NEXT_DAY -> new Term(1, unit);
      case OFFICE_MINUTE -> new Term(1 + random.nextInt(900), unit);
      case MONTH -> new Term(1 + random.nextInt(3), unit);
      default -> new Term(1 + random.nextInt(20), unit);
    };
  }

  private Statute statute() {
    return new Statute(
        "S",
        "law",
        "1",
        Handling.SINGLE,
        1 + random.nextInt(20),
        LimitUnit.WORKING_DAY,
        10,
        LimitUnit.WORKING_DAY,
        "leader",
        "");
  }

  private static Limit limit(Term term, Threshold warning, Statute statute) {
    Promise promise =
        term == null
            ? null
            : new Promise(
                "P", "ningyang", "", "", "", "", "", term.value(), term.unit(), "", "", "");
    return new Limit("service", "step", null, "ningyang", promise, null, warning, statute);
  }
}
