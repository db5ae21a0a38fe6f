package io.onewindow.demo;

import java.util.Arrays;

/** How applicants rate; few are dissatisfied, and somebody must answer those. */
enum Applause {
  BEST(5, 0.72, "窗口一次说清，当天就办好了"),
  GOOD(4, 0.92, null),
  FAIR(3, 0.965, "材料清单可以再简单一些"),
  BAD(2, 0.99, "等候时间比承诺的长"),
  WORST(1, 1, "同一份材料要求交了两次");

  private final int grade;
  private final double upTo;
  private final String remark;

  Applause(int grade, double upTo, String remark) {
    this.grade = grade;
    this.upTo = upTo;
    this.remark = remark;
  }

  static Applause of(double share) {
    return Arrays.stream(values()).filter(one -> share < one.upTo).findFirst().orElse(BEST);
  }

  int grade() {
    return grade;
  }

  /** Null for none. */
  String remark() {
    return remark;
  }
}
