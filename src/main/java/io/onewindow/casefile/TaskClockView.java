package io.onewindow.casefile;

import io.onewindow.promise.ClockStory;
import io.onewindow.promise.OfficersChoice;
import io.onewindow.promise.Pause;
import io.onewindow.promise.PauseKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the tab 时限 of a task shows.
 *
 * @param light {@code green}, {@code amber} or {@code red}; null where no clock runs
 * @param remaining working time left or exceeded, in Chinese; null where no clock runs
 * @param asOf when that was so
 * @param story why the clock is due when it is; null where no clock runs
 */
record TaskClockView(
    String receiptNo,
    String subject,
    String applicant,
    String task,
    String light,
    String remaining,
    OffsetDateTime asOf,
    ClockStory story,
    Choice choice) {

  /** What the reader may do; who did something is named as the screens name people. */
  record Choice(
      List<Kind> pauseKinds,
      List<OpenPause> resumable,
      int longestExtension,
      String extensionArticle,
      String extensionBy) {

    static Choice of(OfficersChoice choice, UnaryOperator<String> names) {
      return new Choice(
          choice.pauseKinds().stream().map(Kind::of).toList(),
          choice.resumable().stream().map(pause -> OpenPause.of(pause, names)).toList(),
          choice.longestExtension(),
          choice.extensionArticle(),
          choice.extensionBy());
    }
  }

  /** A reason to stop the clocks. */
  record Kind(String code, String label, String basis) {
    static Kind of(PauseKind kind) {
      return new Kind(kind.name(), kind.label(), kind.basis());
    }
  }

  /** A pause that lasts. */
  record OpenPause(
      String id, String kind, String noticeNo, String reason, OffsetDateTime since, String by) {
    static OpenPause of(Pause pause, UnaryOperator<String> names) {
      return new OpenPause(
          pause.id(),
          pause.kind().label(),
          pause.noticeNo(),
          pause.reason(),
          CaseViews.local(pause.pausedAt()),
          names.apply(pause.pausedBy()));
    }
  }
}
