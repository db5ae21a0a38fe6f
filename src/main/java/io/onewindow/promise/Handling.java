package io.onewindow.promise;

/**
 * Who handles a licence, and with that how far and by whom its limit may be extended (行政许可法第四十二条).
 * A special law may name another number of days; we take none that is longer.
 */
public enum Handling {
  /** One authority decides: ten working days more, by its own head. */
  SINGLE(10, "leader"),
  /** 统一办理、联合办理、集中办理: fifteen more, by the head of the people's government. */
  JOINT(15, "govLeader");

  private final int longestExtension;
  private final String approvers;

  Handling(int longestExtension, String approvers) {
    this.longestExtension = longestExtension;
    this.approvers = approvers;
  }

  /** Working days by which a limit may be extended at most. */
  int longestExtension() {
    return longestExtension;
  }

  /** Group of those who may approve an extension. */
  String approvers() {
    return approvers;
  }
}
