package io.onewindow.supervision.fact;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

/**
 * What a sum is of.
 *
 * @param grain a day, or the week or month that begins on that day
 */
record SumKey(
    Grain grain,
    LocalDate day,
    Kind kind,
    String service,
    String processKey,
    int version,
    String jurisdiction,
    String activityId,
    String department,
    String person) {

  /** How long a time is added up. */
  enum Grain {
    DAY("D"),
    /** From Monday. */
    WEEK("W"),
    MONTH("M");

    private final String code;

    Grain(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    LocalDate begin(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
      };
    }
  }

  /** What is added up. */
  enum Kind {
    /** Cases. */
    C,
    /** Services that cases call. */
    V,
    /** Steps of departments and of the window. */
    S,
    /** Steps during which the case waits for its applicant. */
    A,
    /** Elements that others are at work inside. */
    P,
    /** Ended cases by the limit of a jurisdiction, which stands in the element's place. */
    R
  }

  static SumKey of(Grain grain, LocalDate day, CaseFact fact) {
    return new SumKey(
        grain,
        grain.begin(day),
        fact.whole() ? Kind.C : Kind.V,
        fact.service(),
        fact.service(),
        fact.version(),
        fact.jurisdiction(),
        "",
        "",
        "");
  }

  static SumKey of(Grain grain, LocalDate day, CaseFact fact, TrialFact trial) {
    return new SumKey(
        grain,
        grain.begin(day),
        Kind.R,
        fact.service(),
        fact.service(),
        fact.version(),
        fact.jurisdiction(),
        trial.under(),
        "",
        "");
  }

  static SumKey of(Grain grain, LocalDate day, StepFact fact) {
    return new SumKey(
        grain,
        grain.begin(day),
        kind(fact),
        fact.service(),
        fact.processKey(),
        fact.version(),
        fact.jurisdiction(),
        fact.activityId(),
        fact.department(),
        fact.person());
  }

  private static Kind kind(StepFact fact) {
    if (fact.container()) {
      return Kind.P;
    }
    return fact.forApplicant() ? Kind.A : Kind.S;
  }

  /** The same key always gets the same id. */
  String id() {
    String text =
        String.join(
            "\n",
            grain.code(),
            day.toString(),
            kind.name(),
            service,
            processKey,
            String.valueOf(version),
            jurisdiction,
            activityId,
            department,
            person);
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
