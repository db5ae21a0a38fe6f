package io.onewindow.simulation;

import io.onewindow.problem.Problem;

/** Why a simulation does not start: the place that is wrong and what would be right, in Chinese. */
public final class Refusal {

  private Refusal() {}

  /**
   * @param place where, e.g. {@code approval.returns.rate} or {@code 元素 userTask_review}
   * @param what what is wrong there and what to do about it
   */
  public static Problem at(String place, String what) {
    Problem.Field field = new Problem.Field(place, place, what);
    return Problem.badField("simulation-refused", field, place + "：" + what + "。");
  }
}
