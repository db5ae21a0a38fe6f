package io.onewindow.demo;

import java.util.List;

/** The demonstration's scripts for tests that fill in real forms from outside. */
public final class PlayedForms {

  private PlayedForms() {}

  public static Scripts scripts() {
    return new Scripts();
  }

  /** What can be applied for, in alphabetical order. */
  public static List<String> services() {
    return List.copyOf(scripts().services().keySet());
  }
}
