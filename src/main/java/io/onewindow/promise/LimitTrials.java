package io.onewindow.promise;

import static io.onewindow.promise.Rows.instant;

import io.onewindow.calendar.OutsideCalendarException;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.ClockHistory.Recorded;
import io.onewindow.promise.ClockRecords.RecordedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the clocks of whole cases by the limits of another jurisdiction: from the same start, by
 * the calendar of the hall they ran in, past the pauses they really had.
 */
@Component
public class LimitTrials {

  /**
   * What a clock would have been.
   *
   * @param promiseId null where only the law sets a limit there
   */
  public record Trial(Basis basis, String promiseId, Instant dueAt) {}

  private final PromisedLimits limits;
  private final HallCalendars calendars;
  private final Duration allowance;
  private final JdbcClient jdbc;
  private Map<String, AnswersOf> answers;
  private String answeredBy;

  LimitTrials(
      PromisedLimits limits, HallCalendars calendars, PromiseSettings settings, JdbcClient jdbc) {
    this.limits = limits;
    this.calendars = calendars;
    this.allowance = Duration.ofMinutes(settings.allowance().value());
    this.jdbc = jdbc;
  }

  /**
   * Good for one batch: calendars are asked for once. What the limit tables answer is kept until
   * they are deployed anew.
   */
  public Batch batch() {
    return new Batch(answers());
  }

  private synchronized Map<String, AnswersOf> answers() {
    String version = limits.version();
    if (!version.equals(answeredBy)) {
      answers = new ConcurrentHashMap<>();
      answeredBy = version;
    }
    return answers;
  }

  /** Trials that share the answers of the limit tables and the calendars. */
  public final class Batch {

    private final Map<String, ClockRecount> recounts = new HashMap<>();
    private final Map<String, WorkCalendar> halls = new HashMap<>();

    private final Map<String, AnswersOf> answers;

    private Batch(Map<String, AnswersOf> answers) {
      this.answers = answers;
    }

    /**
     * @param clock of a whole case
     * @param pauses of its service's process instance
     * @return empty where neither a plan nor a law limits such a case there
     */
    public Optional<Trial> of(RecordedClock clock, Collection<Pause> pauses, String jurisdiction) {
      Recorded recorded = new Recorded(clock.clock(), clock.recordedAt());
      ClockHistory history =
          new ClockHistory(List.of(recorded), List.copyOf(pauses), extensions(clock.clock()));
      try {
        StepClock counted = recount(jurisdiction).of(recorded, history);
        return Optional.of(new Trial(counted.basis(), counted.promiseId(), counted.dueAt()));
      } catch (IllegalStateException | OutsideCalendarException unlimited) {
        return Optional.empty();
      }
    }

    private ClockRecount recount(String jurisdiction) {
      Function<String, WorkCalendar> byPlace = place -> halls.computeIfAbsent(place, calendars::of);
      return recounts.computeIfAbsent(
          jurisdiction,
          place ->
              new ClockRecount(
                  byPlace,
                  answers.computeIfAbsent(place, one -> new AnswersOf(limits, one)),
                  allowance));
    }
  }

  private Map<String, Instant> extensions(StepClock clock) {
    if (clock.extendedBy() == null) {
      return Map.of();
    }
    return jdbc
        .sql("select happened_at from ow_clock_event where clock_id = ? and kind = 'EXTENDED'")
        .param(clock.id())
        .query((row, n) -> instant(row, "happened_at"))
        .list()
        .stream()
        .findFirst()
        .map(at -> Map.of(clock.id(), at))
        .orElse(Map.of());
  }

  /** What the tables answer for one jurisdiction, wherever the clock runs. */
  private static final class AnswersOf extends LimitAnswers {

    private final PromisedLimits tables;
    private final String jurisdiction;
    private final Map<List<String>, Optional<Limit>> known = new ConcurrentHashMap<>();
    private final Map<List<String>, Optional<InternalLimit>> own = new ConcurrentHashMap<>();

    AnswersOf(PromisedLimits tables, String jurisdiction) {
      super(tables);
      this.tables = tables;
      this.jurisdiction = jurisdiction;
    }

    @Override
    Optional<Limit> limit(StepClock clock) {
      List<String> question =
          List.of(clock.service(), clock.step(), String.valueOf(clock.category()));
      return known.computeIfAbsent(
          question,
          key -> tables.find(clock.service(), clock.step(), clock.category(), jurisdiction));
    }

    @Override
    Optional<InternalLimit> internal(StepClock clock) {
      return own.computeIfAbsent(
          List.of(clock.service(), clock.step()),
          key -> tables.internal(clock.service(), clock.step(), jurisdiction));
    }
  }
}
