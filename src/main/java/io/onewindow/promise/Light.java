package io.onewindow.promise;

/** How a clock stands: green, amber before the limit, red once it has passed. */
public enum Light {
  GREEN("绿灯"),
  AMBER("黄灯"),
  RED("红灯");

  private final String label;

  Light(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
