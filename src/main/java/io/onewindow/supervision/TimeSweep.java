package io.onewindow.supervision;

import io.onewindow.calendar.Interval;
import io.onewindow.supervision.Party.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Splits the time of a case among those who had it. Whenever anything begins or ends a new stretch
 * begins; each stretch belongs to the first of these that applies: nobody's office hours, a special
 * procedure, the departments and the window that have an open task, the applicant (while nothing
 * else is waited for), the system. Several with open tasks share a stretch evenly; the milliseconds
 * that cannot be divided go to the first by name.
 */
public final class TimeSweep {

  private final List<Interval> sessions;
  private final List<Interval> pauses;
  private final List<Work> works;
  private final Map<Party, Long> taken =
      new TreeMap<>(Comparator.comparing(Party::kind).thenComparing(Party::name));

  /**
   * @param sessions office hours, in order, without overlap
   */
  public TimeSweep(List<Interval> sessions, List<Interval> pauses, List<Work> works) {
    this.sessions = sessions;
    this.pauses = pauses;
    this.works = works;
  }

  public AttributableTime between(Instant from, Instant to) {
    taken.clear();
    long begin = from.toEpochMilli();
    for (long edge : edges().subSet(begin, to.toEpochMilli())) {
      give(begin, edge);
      begin = edge;
    }
    give(begin, to.toEpochMilli());
    return new AttributableTime(
        from,
        to,
        taken.entrySet().stream()
            .map(entry -> new AttributableTime.Share(entry.getKey(), entry.getValue()))
            .toList());
  }

  private TreeSet<Long> edges() {
    TreeSet<Long> edges = new TreeSet<>();
    for (List<Interval> stretches : List.of(sessions, pauses)) {
      for (Interval stretch : stretches) {
        edges.add(stretch.from().toEpochMilli());
        edges.add(stretch.to().toEpochMilli());
      }
    }
    for (Work work : works) {
      edges.add(work.from().toEpochMilli());
      if (work.to() != null) {
        edges.add(work.to().toEpochMilli());
      }
    }
    return edges;
  }

  private void give(long begin, long end) {
    long millis = end - begin;
    if (millis <= 0) {
      return;
    }
    SortedSet<Party> parties = whoHas(begin);
    long each = millis / parties.size();
    long rest = millis % parties.size();
    for (Party party : parties) {
      taken.merge(party, each + rest, Long::sum);
      rest = 0;
    }
  }

  private SortedSet<Party> whoHas(long millis) {
    if (!isInside(sessions, millis)) {
      return only(Kind.OFF_HOURS);
    }
    if (isInside(pauses, millis)) {
      return only(Kind.SPECIAL_PROCEDURE);
    }
    SortedSet<Party> open = new TreeSet<>();
    works.stream().filter(work -> work.isOpenAt(millis)).map(Work::party).forEach(open::add);
    if (open.isEmpty()) {
      return only(Kind.SYSTEM);
    }
    Party applicant = Party.the(Kind.APPLICANT);
    if (open.size() > 1) {
      open.remove(applicant);
    }
    return open;
  }

  private static boolean isInside(Collection<Interval> stretches, long millis) {
    return stretches.stream()
        .anyMatch(s -> s.from().toEpochMilli() <= millis && millis < s.to().toEpochMilli());
  }

  private static SortedSet<Party> only(Kind kind) {
    return new TreeSet<>(List.of(Party.the(kind)));
  }
}
