package io.onewindow.casefile;

/** Where a case stands for its applicant. */
public enum CaseState {
  RECEIVED("已收件"),
  NOTIFIED("已一次性告知，待补正"),
  ACCEPTED("已受理"),
  REFUSED("不予受理"),
  REJECTED("不予许可"),
  ISSUED("已出件"),
  WITHDRAWN("已撤回");

  private final String label;

  CaseState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
