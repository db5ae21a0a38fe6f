package io.onewindow.sandbox;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A drill as the page shows it; instants are the drill's own time, in Asia/Shanghai.
 *
 * @param ended null while it goes on
 * @param score null while it goes on, for everybody but trainers
 */
record DrillView(
    String id,
    String exercise,
    String title,
    String goal,
    String trainee,
    String jurisdiction,
    OffsetDateTime begun,
    OffsetDateTime ended,
    int expected,
    List<Case> cases,
    List<Word> words,
    Score score) {

  /**
   * @param situation what was planted, in Chinese; null while the drill goes on
   */
  record Case(String receiptNo, String subject, String state, String situation) {}

  record Word(OffsetDateTime at, String receiptNo, String from, String text) {}
}
