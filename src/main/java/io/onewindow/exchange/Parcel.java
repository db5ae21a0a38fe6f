package io.onewindow.exchange;

/**
 * Something for a department's system.
 *
 * @param requestId the same at every try, so that its receiver can tell a repetition
 * @param taskId the task it tells of; null for what was handed over
 * @param body JSON; null once it need not be sent any more
 * @param incidentId of the engine, while nothing gets through; null otherwise
 */
record Parcel(
    String requestId,
    Kind kind,
    String systemId,
    String receiptNo,
    String jurisdiction,
    String subject,
    String taskId,
    String body,
    State state,
    String incidentId) {

  /** What it tells. */
  enum Kind {
    /** A task stands in the department's list. */
    STEP("环节办理"),
    /** Something was approved that the department supervises from now on. */
    HAND_OVER("审管推送");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** In Chinese. */
    String label() {
      return label;
    }
  }

  /** What became of it. */
  enum State {
    /** To be sent, and sent again until it arrives. */
    WAITING("待送达"),
    DELIVERED("已送达，待回执"),
    /** The department's system did it. */
    ANSWERED("已回执办结"),
    /** The department's system cannot do it: people do. */
    DECLINED("对方退回，由人工办理"),
    /** People had done it before it could be sent. */
    OVERTAKEN("送达前已由人工办结");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** In Chinese. */
    String label() {
      return label;
    }
  }
}
