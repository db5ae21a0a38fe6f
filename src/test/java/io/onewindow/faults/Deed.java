package io.onewindow.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one clerk wanted once, with all that was tried for it. */
public final class Deed {

  /** What is wanted. */
  public enum Kind {
    START,
    CLAIM,
    COMPLETE,
    QUERY
  }

  static final int SERVER_ERROR = 500;
  private static final int REFUSED = 400;
  private static final int UNKNOWN = 401;

  private final long number;
  private final Kind kind;
  private final String clerk;
  private final String subject;
  private final List<Duration> answeredIn = new ArrayList<>();
  private String result;
  private boolean acknowledged;
  private boolean open;
  private boolean doubtful;
  private boolean turnedAway;
  private int failures;

  Deed(long number, Kind kind, String clerk, String subject) {
    this.number = number;
    this.kind = kind;
    this.clerk = clerk;
    this.subject = subject;
  }

  void asked() {
    open = true;
  }

  void answered(int status, String said, Duration taken) {
    open = false;
    answeredIn.add(taken);
    turnedAway |= status == UNKNOWN;
    if (status < REFUSED) {
      acknowledged = true;
      result = said;
    } else if (status >= SERVER_ERROR) {
      doubtful = true;
      failures++;
    }
  }

  /** The connection was refused, so nothing can have come of it. */
  void unreached() {
    open = false;
  }

  void doubtful() {
    open = false;
    doubtful = true;
  }

  void foundDone() {
    acknowledged = true;
  }

  public long number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  public String clerk() {
    return clerk;
  }

  /** Idempotency key of a start, task id of a claim or a completion, path of a query. */
  public String subject() {
    return subject;
  }

  /** Receipt number of a start that was acknowledged. */
  public String result() {
    return result;
  }

  /** A node said that it is done, or it was found done. */
  public boolean isAcknowledged() {
    return acknowledged;
  }

  /** It may be done or not: no answer came, or one that does not tell. */
  public boolean isDoubtful() {
    return !acknowledged && (doubtful || open);
  }

  /** Somebody whose password is right was told that it is not. */
  public boolean isTurnedAway() {
    return turnedAway;
  }

  /** How long each answer took that came. */
  public List<Duration> answeredIn() {
    return answeredIn;
  }

  /** Answers that say that the server failed. */
  public int failures() {
    return failures;
  }
}
