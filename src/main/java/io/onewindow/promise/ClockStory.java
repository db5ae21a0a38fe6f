package io.onewindow.promise;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Why a clock is due on that day and no other, in Chinese; instants carry the offset of
 * Asia/Shanghai. The same records always tell the same story.
 *
 * @param basis what the due instant rests on
 * @param ofWholeCase whether the story is that of the case's clock, which the step took over
 * @param limit how long, as plans word it
 * @param promise document, clause and quotation of the promise; null where none is made
 * @param statute law, article and quotation; null where no law sets a limit
 * @param effectiveFrom when counting began: the start, or the next opening of the office
 * @param statutoryDueAt when the law's limit ends; null where there is none
 * @param provisional whether {@code dueAt} rests on days for which no calendar is published yet
 * @param statutoryProvisional the same of {@code statutoryDueAt}
 * @param days every day from the start to the last, and later days on which something happened
 * @param sources notices and articles of law the count rests on
 */
public record ClockStory(
    String basis,
    boolean ofWholeCase,
    String limit,
    String promise,
    String statute,
    OffsetDateTime startedAt,
    OffsetDateTime effectiveFrom,
    OffsetDateTime dueAt,
    OffsetDateTime statutoryDueAt,
    boolean provisional,
    boolean statutoryProvisional,
    List<Day> days,
    List<String> sources) {

  /**
   * One day of the story.
   *
   * @param counted whether the day, or office time on it, counts towards the limit
   * @param why the reason
   * @param events what happened on it, each with its time, in order
   */
  public record Day(LocalDate date, boolean counted, String why, List<String> events) {}
}
