package io.onewindow.supervision.history;

import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.StepClock;
import java.time.Instant;
import java.util.List;

/**
 * Everything the engine, the case file and the clocks know of a case.
 *
 * @param applicantKey who applied, equal for equal applicants: a keyed hash, or a name where no
 *     number was given; null when unknown
 * @param state see {@link io.onewindow.casefile.CaseState}
 * @param activities in the order they began, of all process instances the case was at work in
 * @param instances how each of those process instances ended, or that it runs
 */
public record PastCase(
    String receiptNo,
    String jurisdiction,
    String service,
    String processInstanceId,
    String applicantKey,
    String state,
    String channel,
    Instant receivedAt,
    Instant acceptedAt,
    Instant closedAt,
    List<PastInstance> instances,
    List<PastActivity> activities,
    List<StepClock> clocks,
    List<ClockEvent> clockEvents,
    List<PastPause> pauses) {

  /**
   * A process instance of the case.
   *
   * @param definitionId the version of the model it last ran by
   * @param state the engine's word, e.g. {@code COMPLETED}
   */
  public record PastInstance(String id, String definitionId, String process, String state) {}
}
