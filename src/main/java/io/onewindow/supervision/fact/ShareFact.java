package io.onewindow.supervision.fact;

import io.onewindow.supervision.AttributableTime.Share;
import io.onewindow.supervision.Party;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Shares of a case's time as they are stored: kind, name and milliseconds, one a line. */
final class ShareFact {

  private static final String BETWEEN = "\t";

  private ShareFact() {}

  static String written(List<Share> shares) {
    return shares.stream()
        .map(one -> one.party().kind() + BETWEEN + one.party().name() + BETWEEN + one.millis())
        .collect(Collectors.joining("\n"));
  }

  static List<Share> read(String text) {
    return text.lines().map(ShareFact::share).toList();
  }

  private static Share share(String line) {
    List<String> parts = Arrays.asList(line.split(BETWEEN, -1));
    Party party = new Party(Party.Kind.valueOf(parts.get(0)), parts.get(1));
    return new Share(party, Long.parseLong(parts.get(2)));
  }
}
