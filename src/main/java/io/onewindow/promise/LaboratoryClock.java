package io.onewindow.promise;

import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Jurisdiction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clock of production without engine and database, for the laboratory: the same tables, the
 * same rules, the same calendar. Safe for many threads.
 */
public final class LaboratoryClock {

  /** Asks a decision table; one map for each rule that applies. */
  @FunctionalInterface
  public interface Tables {
    List<Map<String, Object>> answer(String decision, Map<String, Object> question);
  }

  private record Question(String service, String step, String category) {}

  private record Answer(
      Optional<Limit> limit, Optional<InternalLimit> internal, Threshold reminder) {}

  private final Tables tables;
  private final Jurisdiction place;
  private final WorkCalendar calendar;
  private final Map<String, Term> instead;
  private final ClockRules rules;
  private final Ledger ledger = new Ledger();
  private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

  /**
   * @param instead limits to try in the place of the promised ones, by step
   * @param immediateAllowance office time that a person may take over what is promised as 即时
   */
  public LaboratoryClock(
      Tables tables,
      Jurisdiction place,
      WorkCalendar calendar,
      Map<String, Term> instead,
      Duration immediateAllowance) {
    this.tables = tables;
    this.place = place;
    this.calendar = calendar;
    this.instead = instead;
    this.rules = new ClockRules(calendar, immediateAllowance);
  }

  /**
   * A clock as it would start.
   *
   * @param category which kind of case; null for any
   * @param wholeCase the running clock of the case; null outside it
   * @return empty when nothing limits the step
   */
  public Optional<StepClock> start(
      String service, String step, String category, Instant start, StepClock wholeCase) {
    Answer answer = answers.computeIfAbsent(new Question(service, step, category), this::answer);
    boolean nothing =
        answer.limit().map(one -> one.promise() == null && one.statute() == null).orElse(true)
            && answer.internal().isEmpty()
            && wholeCase == null;
    if (nothing) {
      return Optional.empty();
    }
    ClockRules.Plan plan =
        rules.plan(start, answer.limit(), answer.internal(), Optional.ofNullable(wholeCase));
    return Optional.of(
        blank(service, step, category, start).planned(plan, answer.limit().orElse(null)));
  }

  /** When to remind of the clock's step. */
  public Instant reminder(StepClock clock) {
    Question question = new Question(clock.service(), clock.step(), clock.category());
    Threshold reminder = answers.computeIfAbsent(question, this::answer).reminder();
    return Reminders.point(clock, reminder, List.of(), calendar);
  }

  /** Whether a special procedure stops the clock. */
  public boolean isPausable(StepClock clock) {
    return clock.isPausable();
  }

  /**
   * The clock after it stood still.
   *
   * @param wholeCase the case's clock, moved already, which a step without a limit follows; null
   *     outside it
   */
  public StepClock resumed(StepClock clock, Instant paused, Instant resumed, StepClock wholeCase) {
    StepClock moved = new ClockShift(calendar, paused, resumed).of(clock, clock.unit());
    return clock.basis() == Basis.CASE && wholeCase != null
        ? moved.dated(wholeCase.warningAt(), wholeCase.dueAt(), moved.statutoryDueAt())
        : moved;
  }

  private Answer answer(Question question) {
    return new Answer(limit(question), internal(question), reminder(question));
  }

  /** As {@link PromisedLimits#find} answers: the city's promise where the county is silent. */
  private Optional<Limit> limit(Question question) {
    Optional<Limit> own = row(question, place.id());
    Optional<Limit> found = own;
    boolean silent = own.isEmpty() || own.get().promise() == null;
    if (silent && place.parent() != null) {
      Optional<Limit> inherited = row(question, place.parent());
      found = inherited.filter(one -> one.promise() != null).or(() -> own);
    }
    Term tried = instead.get(question.step());
    return tried == null ? found : Optional.of(tried(question, found.orElse(null), tried));
  }

  private Optional<Limit> row(Question question, String from) {
    List<Map<String, Object>> rules = tables.answer("promised-limit", asked(question, from));
    return rules.isEmpty() ? Optional.empty() : Optional.of(limit(question, rules.get(0)));
  }

  private Limit limit(Question question, Map<String, Object> rule) {
    String promise = text(rule.get("promiseId"));
    String warning = text(rule.get("warning"));
    return new Limit(
        question.service(),
        question.step(),
        question.category(),
        place.id(),
        promise == null ? null : ledger.promise(promise),
        null,
        amber(question, warning),
        ledger.statute(text(rule.get("statuteId"))));
  }

  private Limit tried(Question question, Limit found, Term tried) {
    Promise promise =
        new Promise(
            null,
            place.id(),
            null,
            null,
            question.service(),
            question.step(),
            question.category(),
            tried.value(),
            tried.unit(),
            null,
            null,
            null);
    return new Limit(
        question.service(),
        question.step(),
        question.category(),
        place.id(),
        promise,
        null,
        found == null ? null : found.warning(),
        found == null ? null : found.statute());
  }

  private Optional<InternalLimit> internal(Question question) {
    List<Map<String, Object>> rules = tables.answer("internal-limit", asked(question, place.id()));
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> rule = rules.get(0);
    String warning = text(rule.get("warning"));
    Term term = Term.parse(rule.get("value") + " " + rule.get("unit"));
    return Optional.of(new InternalLimit(term, amber(question, warning)));
  }

  private Threshold reminder(Question question) {
    return Threshold.parse(points(question).get("point").toString());
  }

  /** The jurisdiction's own amber point, or else that of the limit's row; null for none. */
  private Threshold amber(Question question, String ofRow) {
    String own = text(points(question).get("amber"));
    String point = own == null ? ofRow : own;
    return point == null ? null : Threshold.parse(point);
  }

  private Map<String, Object> points(Question question) {
    return tables.answer("reminder-point", asked(question, place.id())).get(0);
  }

  private static Map<String, Object> asked(Question question, String jurisdiction) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("service", question.service());
    asked.put("step", question.step());
    asked.put("category", question.category());
    asked.put("jurisdiction", jurisdiction);
    return asked;
  }

  private StepClock blank(String service, String step, String category, Instant start) {
    return new StepClock(
        null,
        null,
        null,
        null,
        null,
        place.id(),
        service,
        step,
        category,
        null,
        null,
        null,
        null,
        null,
        start,
        null,
        null,
        null,
        null,
        false,
        null,
        Light.GREEN,
        null,
        null,
        null);
  }

  private static String text(Object value) {
    return value == null || value.toString().isBlank() ? null : value.toString();
  }
}
