package io.onewindow.casefile.paper;

/** The papers an applicant gets in the course of a case. */
enum PaperKind {
  RECEIPT("S", "收件回执"),
  NOTICE("G", "一次性告知书"),
  ACCEPTANCE("L", "受理通知书"),
  NOT_ACCEPTED("B", "不予受理决定书"),
  EXTENSION("Y", "延长办理期限通知书"),
  REFUSAL("J", "不予行政许可决定书"),
  RESULT("R", "办理结果告知单"),
  WITHDRAWAL("C", "撤回申请确认书");

  private final String letter;
  private final String title;

  PaperKind(String letter, String title) {
    this.letter = letter;
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Number of the case's paper of this kind that has so many before it. */
  String number(String receiptNo, long before) {
    return receiptNo + "-" + letter + (before + 1);
  }
}
