package io.onewindow.casefile.rating;

import java.util.Arrays;
import java.util.Optional;

/** The five grades of 鲁政办发〔2020〕10号; the last two are bad ratings (差评). */
public enum Grade {
  VERY_SATISFIED(5, "非常满意"),
  SATISFIED(4, "满意"),
  FAIRLY_SATISFIED(3, "基本满意"),
  DISSATISFIED(2, "不满意"),
  VERY_DISSATISFIED(1, "非常不满意");

  private final int value;
  private final String label;

  Grade(int value, String label) {
    this.value = value;
    this.label = label;
  }

  public int value() {
    return value;
  }

  public String label() {
    return label;
  }

  boolean isBad() {
    return value <= DISSATISFIED.value;
  }

  static Optional<Grade> of(int value) {
    return Arrays.stream(values()).filter(grade -> grade.value == value).findFirst();
  }
}
