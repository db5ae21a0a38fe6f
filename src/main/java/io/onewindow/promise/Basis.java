package io.onewindow.promise;

/** What a clock's due instant rests on. */
public enum Basis {
  PROMISED("承诺时限"),
  STATUTORY("法定时限"),
  CASE("办件总时限"),
  INTERNAL("内部时限（系统默认，非承诺）");

  private final String label;

  Basis(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
