package io.onewindow.fuzz;

import java.util.Locale;

/**
 * What came back over the wire.
 *
 * @param status 0 when the connection was closed without an answer
 * @param head status line and header fields
 */
record RawAnswer(int status, String head, String body, long millis) {

  /** The first field of that name, empty when there is none. */
  String header(String name) {
    return head.lines()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }
}
