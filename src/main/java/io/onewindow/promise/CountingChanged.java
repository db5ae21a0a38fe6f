package io.onewindow.promise;

import java.time.Instant;
import java.util.Collection;

/**
 * Somebody changed the calendars that clocks count by, or ordered that running clocks be counted
 * again. Published inside the transaction that does it: a listener that fails undoes it.
 *
 * @param jurisdiction of one hall; null when it concerns several
 * @param by user id, or 命令行 and the name of the account; null for the system
 * @param at instant, to be shown in Asia/Shanghai
 * @param detail what and why, in Chinese
 */
public record CountingChanged(
    Kind kind, String jurisdiction, String by, Instant at, String detail) {

  /** What was done. */
  public enum Kind {
    CALENDAR_LOADED,
    CALENDAR_WITHDRAWN,
    REDATING_APPLIED,
    REDATING_CONTINUED,
    REDATING_STOPPED
  }

  static CountingChanged loaded(CalendarNotice notice, CalendarOutcome outcome) {
    String replaced =
        outcome.replaces().isEmpty() ? "" : "\n替换 " + String.join("、", outcome.replaces());
    return new CountingChanged(
        Kind.CALENDAR_LOADED,
        notice.about().jurisdiction(),
        notice.loading().by(),
        notice.loading().at(),
        outcome.kind()
            + "："
            + outcome.citation()
            + "\nSHA-256 "
            + notice.loading().digest()
            + replaced);
  }

  /**
   * @param notice one that has been withdrawn
   */
  static CountingChanged withdrawn(CalendarNotice notice) {
    CalendarNotice.Withdrawal withdrawal = notice.withdrawal();
    return new CountingChanged(
        Kind.CALENDAR_WITHDRAWN,
        notice.about().jurisdiction(),
        withdrawal.by(),
        withdrawal.at(),
        notice.about().citation()
            + "，自 "
            + withdrawal.effectiveFrom()
            + " 起\n理由："
            + withdrawal.reason());
  }

  static CountingChanged of(Kind kind, RedatingRun run, String by, Instant at) {
    Collection<String> places = run.jurisdictions();
    return new CountingChanged(
        kind,
        places.size() == 1 ? places.iterator().next() : null,
        by,
        at,
        "重新计算 "
            + run.id()
            + "，辖区 "
            + String.join("、", places)
            + "，应调整 "
            + run.total()
            + " 件\n理由："
            + run.reason());
  }
}
