package io.onewindow.gates;

/** Whether something is written for the people at the screens. */
final class Chinese {

  private Chinese() {}

  static boolean in(String text) {
    return text != null
        && text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
