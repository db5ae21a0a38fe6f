package io.onewindow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How requests were answered in a part of a ledger.
 *
 * @param status of HTTP
 * @param milliseconds until the answer
 */
record Answered(int status, long milliseconds) {

  private static final String MARK = "ANSWERED\t";
  private static final int SERVER_ERROR = 500;

  /** How many lines the ledger has: where a part of it may begin. */
  static long lines(Ledger ledger) {
    try (var lines = Files.lines(ledger.file())) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Answered> since(Ledger ledger, long line) {
    try (var lines = Files.lines(ledger.file())) {
      return lines
          .skip(line)
          .filter(one -> one.startsWith(MARK))
          .map(one -> one.split("\t", -1))
          .map(part -> new Answered(Integer.parseInt(part[2]), Long.parseLong(part[3])))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean isFailure() {
    return status >= SERVER_ERROR;
  }

  /** How many of each status, such as {@code 200: 17}. */
  static Map<Integer, Long> byStatus(List<Answered> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(Answered::status, TreeMap::new, Collectors.counting()));
  }

  static long slowest(List<Answered> answers) {
    return answers.stream().mapToLong(Answered::milliseconds).max().orElse(0);
  }
}
