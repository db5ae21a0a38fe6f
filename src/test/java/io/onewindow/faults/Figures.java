package io.onewindow.faults;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a ledger says of a run: how much was asked, how fast the answers were, how many failed. */
public record Figures(Map<Deed.Kind, Times> times, long failures, long unanswered, long answers) {

  /**
   * Of the answers to one kind of request, in milliseconds.
   *
   * @param count answers
   * @param acknowledged deeds
   */
  public record Times(
      int count, long acknowledged, long doubtful, long median, long p95, long p99, long longest) {

    private static Times of(List<Deed> deeds) {
      long[] sorted =
          deeds.stream()
              .flatMap(deed -> deed.answeredIn().stream())
              .mapToLong(Duration::toMillis)
              .sorted()
              .toArray();
      return new Times(
          sorted.length,
          deeds.stream().filter(Deed::isAcknowledged).count(),
          deeds.stream().filter(Deed::isDoubtful).count(),
          at(sorted, 0.5),
          at(sorted, 0.95),
          at(sorted, 0.99),
          at(sorted, 1));
    }

    private static long at(long[] sorted, double share) {
      int index = (int) Math.ceil(sorted.length * share) - 1;
      return sorted.length == 0 ? 0 : sorted[Math.max(0, index)];
    }
  }

  static Figures of(Ledger.Account account) {
    Map<Deed.Kind, Times> times = new EnumMap<>(Deed.Kind.class);
    for (Deed.Kind kind : Deed.Kind.values()) {
      times.put(kind, Times.of(account.deeds(kind)));
    }
    return new Figures(
        times,
        account.deeds().stream().mapToLong(Deed::failures).sum(),
        account.deeds().stream().filter(Deed::isDoubtful).count(),
        account.deeds().stream().mapToLong(deed -> deed.answeredIn().size()).sum());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    times.forEach(
        (kind, of) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%n  %-8s %6d answers, %6d acknowledged, %d in doubt;"
                        + " p50 %d ms, p95 %d ms, p99 %d ms, longest %d ms",
                    kind,
                    of.count(),
                    of.acknowledged(),
                    of.doubtful(),
                    of.median(),
                    of.p95(),
                    of.p99(),
                    of.longest())));
    return text
        + String.format(
            Locale.ROOT,
            "%n  %d of %d answers say that the server failed, %d deeds are in doubt",
            failures,
            answers,
            unanswered);
  }
}
