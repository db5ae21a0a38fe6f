package io.onewindow.casefile.rating;

import java.time.Instant;

/**
 * A rating as it was given, and the answer to a bad one.
 *
 * @param remark null if none was made
 * @param answer null while there is none
 * @param answeredAt null while there is none
 */
public record Rating(
    String receiptNo,
    Grade grade,
    String remark,
    Instant ratedAt,
    String answer,
    Instant answeredAt) {

  /** Whether its answer is still owed. */
  public boolean isAwaitingAnswer() {
    return grade.isBad() && answeredAt == null;
  }
}
