package io.onewindow.demo;

/** The demonstration's scripts for tests that fill in real forms from outside. */
public final class PlayedForms {

  private PlayedForms() {}

  public static Scripts scripts() {
    return new Scripts();
  }
}
