package io.onewindow.casefile.progress;

import io.onewindow.promise.ClockStory;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What the applicant's page shows; names are masked, instants carry the offset of Asia/Shanghai.
 *
 * @param subject what the case is about, e.g. the name of the company
 * @param clock null before anything is promised
 * @param supplement null when nothing was ever asked for
 * @param rating null before handing out
 */
record ProgressView(
    String receiptNo,
    String service,
    String hall,
    String applicant,
    String subject,
    String state,
    String stateName,
    OffsetDateTime asOf,
    List<Phase> phases,
    ClockPart clock,
    List<PausePart> pauses,
    List<ExtensionPart> extensions,
    SupplementPart supplement,
    List<PaperPart> papers,
    RatingPart rating) {

  /** How far something has come. */
  enum Status {
    DONE,
    OPEN,
    AHEAD,
    /** Will not be: the case took another way. */
    SKIPPED
  }

  /**
   * @param at when it was done; null before
   */
  record Phase(String name, Status status, OffsetDateTime at, List<Step> steps) {}

  /**
   * @param department null where none is named
   * @param waitsForApplicant whether it is the applicant's turn
   */
  record Step(
      String name,
      String department,
      Status status,
      OffsetDateTime startedAt,
      OffsetDateTime doneAt,
      boolean waitsForApplicant) {}

  /**
   * @param remaining working time left or exceeded, in Chinese; when it stopped, how that was
   * @param light {@code green}, {@code amber}, {@code red} or {@code paused}
   * @param stoppedAt null while it runs
   */
  record ClockPart(
      String about, String remaining, String light, OffsetDateTime stoppedAt, ClockStory story) {}

  /**
   * @param until null while it lasts
   */
  record PausePart(
      String kind,
      String basis,
      String noticeNo,
      String reason,
      OffsetDateTime from,
      OffsetDateTime until) {}

  record ExtensionPart(
      String reason, OffsetDateTime at, OffsetDateTime oldDue, OffsetDateTime newDue) {}

  /**
   * @param open whether the case waits for it
   * @param missing what can be handed in here, one by one
   * @param handedIn names of the files that are there
   */
  record SupplementPart(
      String noticeNo,
      OffsetDateTime toldAt,
      List<String> items,
      boolean open,
      List<MissingMaterial> missing,
      List<String> handedIn) {}

  record MissingMaterial(String id, String name) {}

  record PaperPart(String number, String title, OffsetDateTime issuedAt) {}

  /**
   * @param open whether it can be given now
   * @param until the moment from which it cannot
   * @param grade null while there is none
   * @param awaitingAnswer whether a bad rating is being looked into
   */
  record RatingPart(
      boolean open,
      OffsetDateTime until,
      Integer grade,
      String gradeName,
      String remark,
      OffsetDateTime ratedAt,
      boolean awaitingAnswer,
      String answer,
      OffsetDateTime answeredAt) {}
}
