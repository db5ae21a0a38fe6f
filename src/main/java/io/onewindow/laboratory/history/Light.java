package io.onewindow.laboratory.history;

/** How far a baseline from history may be trusted. */
enum Light {
  GREEN("绿灯"),
  AMBER("黄灯"),
  RED("红灯");

  private final String text;

  Light(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  Light worse(Light other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
