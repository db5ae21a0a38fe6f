package io.onewindow.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.promise.Light;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A case as its caller sees it; names are masked, instants carry the offset of Asia/Shanghai.
 *
 * @param clock the clock of the whole case; null before acceptance
 * @param queryCode only in the answer that opened the case; null otherwise
 */
record CaseView(
    String receiptNo,
    String service,
    String jurisdiction,
    String state,
    String stateName,
    String applicant,
    String subject,
    OffsetDateTime receivedAt,
    OffsetDateTime acceptedAt,
    OffsetDateTime closedAt,
    ClockView clock,
    List<StepView> steps,
    @JsonInclude(JsonInclude.Include.NON_NULL) String queryCode) {

  /** The same with the query code, for whoever hands it to the applicant. */
  CaseView with(String code) {
    return new CaseView(
        receiptNo,
        service,
        jurisdiction,
        state,
        stateName,
        applicant,
        subject,
        receivedAt,
        acceptedAt,
        closedAt,
        clock,
        steps,
        code);
  }

  /**
   * A clock: what it rests on, when it is due and how it stands.
   *
   * @param provisional whether {@code due} rests on days for which no calendar is published yet
   * @param statutoryProvisional the same of {@code statutoryDue}
   */
  record ClockView(
      String basis,
      String promiseId,
      Integer value,
      LimitUnit unit,
      OffsetDateTime startedAt,
      OffsetDateTime due,
      OffsetDateTime statutoryDue,
      boolean provisional,
      boolean statutoryProvisional,
      Light light) {}

  /** A task of the case, in the order they began. */
  record StepView(
      String step,
      String name,
      String department,
      boolean done,
      OffsetDateTime startedAt,
      OffsetDateTime doneAt,
      ClockView clock) {}
}
