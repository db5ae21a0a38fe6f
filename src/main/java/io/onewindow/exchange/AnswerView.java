package io.onewindow.exchange;

/**
 * What came of an answer.
 *
 * @param outcome see {@link Outcome}
 * @param message the same in Chinese
 */
record AnswerView(String requestId, String receiptNo, Outcome outcome, String message) {

  /** What an answer can come to. */
  enum Outcome {
    /** The case went on. */
    ADVANCED("已登记办结，办件进入下一环节。"),
    /** Noted; the case stands where it stood. */
    RECORDED("已登记。"),
    /** It had been done before; noted, nothing changed. */
    ALREADY_DONE("该环节此前已经办结，本次回执已登记，没有改变办件。");

    private final String message;

    Outcome(String message) {
      this.message = message;
    }
  }

  AnswerView(Parcel parcel, Outcome outcome) {
    this(parcel.requestId(), parcel.receiptNo(), outcome, outcome.message);
  }
}
