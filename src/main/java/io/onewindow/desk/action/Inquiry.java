package io.onewindow.desk.action;

import java.time.Instant;
import java.util.Locale;

/**
 * What another department or person was asked before a task may be completed.
 *
 * @param taskId the task that asks
 * @param processInstanceId the process in which the answer is given
 * @param askedPerson null when the whole function is asked
 * @param decision what was answered, null before
 * @param opinion the answer's words, or why it was withdrawn; null while it is open
 * @param endedBy who answered or withdrew it; null while it is open or when the system ended it
 * @param endedFor absent person whose deputy answered; null for none
 */
record Inquiry(
    String id,
    Kind kind,
    String receiptNo,
    String jurisdiction,
    String taskId,
    String processInstanceId,
    String askedGroup,
    String askedPerson,
    String question,
    String askedBy,
    Instant askedAt,
    State state,
    Decision decision,
    String opinion,
    String endedBy,
    String endedFor,
    Instant endedAt) {

  /** The same inquiry as it ended. */
  Inquiry ended(
      State how, Decision answer, String words, String by, String onBehalfOf, Instant at) {
    return new Inquiry(
        id,
        kind,
        receiptNo,
        jurisdiction,
        taskId,
        processInstanceId,
        askedGroup,
        askedPerson,
        question,
        askedBy,
        askedAt,
        how,
        answer,
        words,
        by,
        onBehalfOf,
        at);
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /** What is asked for. */
  enum Kind {
    CONSULT("征求意见"),
    SIGN_BEFORE("前加签");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** How it stands. */
  enum State {
    OPEN("待答复"),
    ANSWERED("已答复"),
    WITHDRAWN("已撤回"),
    LAPSED("随原步骤终止");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** What was answered; the code is the form's. */
  enum Decision {
    AGREE("同意"),
    OBJECT("不同意"),
    NO_OPINION("无意见");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    static Decision of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
