package io.onewindow.supervision;

import java.time.Instant;

/**
 * A person's task in a case.
 *
 * @param task what it is called
 * @param party whose it is; the applicant where the case waits for the applicant
 * @param to null while it is open
 */
public record Work(String task, String department, Party party, Instant from, Instant to) {

  boolean isOpenAt(long millis) {
    return from.toEpochMilli() <= millis && (to == null || millis < to.toEpochMilli());
  }
}
