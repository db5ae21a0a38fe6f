package io.onewindow.desk.action;

import java.time.Instant;

/**
 * One of those who sign a task one after the other.
 *
 * @param place from 0 on
 * @param signedAt null before the person has signed
 */
record Signer(int place, String person, Instant signedAt) {

  boolean isWaiting() {
    return signedAt == null;
  }
}
