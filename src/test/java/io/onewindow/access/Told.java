package io.onewindow.access;

import io.onewindow.face.Answer;
import java.util.Set;

/** What somebody was told. */
enum Told {
  /** Done, or shown. */
  YES("可"),
  /** Let in, and what was sent is looked at: here it was wrong. */
  CHECKED("可（内容另行校验）"),
  /** An answer in which nothing of the case is. */
  EMPTY("空"),
  /** Not signed in, not permitted, or not to be found. */
  NO("—"),
  /** The application failed. */
  BROKEN("错");

  private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

  private final String sign;

  Told(String sign) {
    this.sign = sign;
  }

  /**
   * @param marker null where any answer will do
   */
  static Told by(Answer answer, String marker) {
    if (REFUSED.contains(answer.status())) {
      return NO;
    }
    if (answer.status() >= 300) {
      return CHECKED;
    }
    return marker == null || answer.body().contains(marker) ? YES : EMPTY;
  }

  boolean isLetIn() {
    return this == YES || this == CHECKED;
  }

  String sign() {
    return sign;
  }
}
