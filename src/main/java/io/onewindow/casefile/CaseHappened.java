package io.onewindow.casefile;

import java.time.Instant;
import java.util.Map;

/**
 * Something happened to a case that its applicant, a paper or another office must hear of.
 * Published inside the transaction that does it: a listener that fails undoes it.
 *
 * @param file the case as it stands after it
 * @param at instant, to be shown in Asia/Shanghai
 * @param by user id, null when the system or the law did it
 * @param details what the kind adds, in Chinese where people read it; never null
 */
public record CaseHappened(
    Kind kind, CaseRecord file, Instant at, String by, Map<String, String> details) {

  /** Keys of {@link #details()}. */
  public static final String NOTICE_NO = "noticeNo";

  public static final String ITEMS = "items";
  public static final String REASON = "reason";
  public static final String RESULT_NAME = "resultName";
  public static final String RESULT_NO = "resultNo";

  /** Process id of the service that issued it, where the case's own service called another. */
  public static final String PART_OF_CASE = "partOfCase";

  /** What can happen. */
  public enum Kind {
    /** Received and given its number. */
    RECEIVED,
    /** Told once what is missing: {@link #NOTICE_NO}, {@link #ITEMS} (one a line). */
    NOTIFIED,
    /** Told something that is no decision: {@link #ITEMS} (one a line). */
    INFORMED,
    /** The missing materials came in. */
    SUPPLEMENTED,
    /** Accepted, by a decision or by force of law. */
    ACCEPTED,
    /** Not accepted: {@link #REASON}. */
    REFUSED,
    /** Refused after examination: {@link #REASON}. */
    REJECTED,
    /**
     * The result exists: {@link #RESULT_NAME}, {@link #RESULT_NO}; with {@link #PART_OF_CASE} it is
     * that of a called service, and the case goes on.
     */
    RESULT_ISSUED,
    /** The result or the refusal reached the applicant. */
    HANDED_OUT,
    /** Taken back by the applicant: {@link #REASON}. */
    WITHDRAWN
  }
}
