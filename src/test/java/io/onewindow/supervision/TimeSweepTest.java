package io.onewindow.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.Interval;
import io.onewindow.supervision.Party.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TimeSweepTest {

  private static final Instant START = Instant.parse("2026-09-15T01:00:00Z");
  private static final Party TAX = new Party(Kind.DEPARTMENT, "县税务局");
  private static final Party POLICE = new Party(Kind.DEPARTMENT, "县公安局");
  private static final Party BANK = new Party(Kind.DEPARTMENT, "人行宁阳县支行");
  private static final Party WINDOW = new Party(Kind.WINDOW, "综合受理窗口");
  private static final Party APPLICANT = Party.the(Kind.APPLICANT);
  private static final List<Party> WORKERS = List.of(TAX, POLICE, BANK, WINDOW, APPLICANT);
  private static final int CASES = 100_000;
  private static final long MINUTE = 60_000;

  @Test
  void givesAStretchToTheOnlyDepartmentAtWork() {
    var time = sweep(List.of(minutes(0, 60)), List.of(), List.of(work(TAX, 0, 60)), 60);
    assertThat(shares(time)).containsExactly(Map.entry(TAX, 60 * MINUTE));
  }

  @Test
  void dividesEvenlyAndGivesTheRestToTheFirstByName() {
    List<Interval> session = List.of(new Interval(START, START.plusMillis(100)));
    List<Work> all =
        List.of(open(TAX), open(POLICE), new Work("重复", "", TAX, START, null), open(BANK));
    var time = new TimeSweep(session, List.of(), all).between(START, START.plusMillis(100));
    assertThat(shares(time))
        .containsExactlyInAnyOrderEntriesOf(Map.of(BANK, 34L, POLICE, 33L, TAX, 33L));
  }

  @Test
  void countsTheApplicantOnlyWhileNobodyElseHasATask() {
    var time =
        sweep(
            List.of(minutes(0, 60)),
            List.of(),
            List.of(work(APPLICANT, 0, 60), work(TAX, 20, 30)),
            60);
    assertThat(shares(time))
        .containsExactlyInAnyOrderEntriesOf(Map.of(APPLICANT, 50 * MINUTE, TAX, 10 * MINUTE));
  }

  @Test
  void putsOffHoursBeforeASpecialProcedureAndThatBeforeEverybody() {
    var time =
        sweep(
            List.of(minutes(0, 30), minutes(40, 60)),
            List.of(minutes(20, 50)),
            List.of(work(TAX, 0, 55)),
            60);
    assertThat(shares(time))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                TAX,
                25 * MINUTE,
                Party.the(Kind.SPECIAL_PROCEDURE),
                20 * MINUTE,
                Party.the(Kind.OFF_HOURS),
                10 * MINUTE,
                Party.the(Kind.SYSTEM),
                5 * MINUTE));
  }

  @Test
  void agreesWithCountingMinuteByMinute() {
    Random random = new Random(20260915);
    for (int i = 0; i < CASES; i++) {
      RandomCase one = new RandomCase(random, MINUTE);
      AttributableTime time = one.sweep();
      assertThat(shares(time)).as("case %s", i).isEqualTo(one.minuteByMinute());
      assertThat(sum(time)).as("case %s", i).isEqualTo(time.totalMillis());
    }
  }

  @Test
  void addsUpToTheLastMillisecond() {
    Random random = new Random(20260916);
    for (int i = 0; i < CASES; i++) {
      AttributableTime time = new RandomCase(random, 977).sweep();
      assertThat(sum(time)).as("case %s", i).isEqualTo(time.totalMillis());
    }
  }

  /** A case of up to 80 units with random sessions, pauses that may overlap, and tasks. */
  private static final class RandomCase {

    private final long unit;
    private final int length;
    private final List<Interval> sessions = new ArrayList<>();
    private final List<Interval> pauses = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();

    RandomCase(Random random, long unit) {
      this.unit = unit;
      this.length = random.nextInt(81);
      for (int at = random.nextInt(10) - 5; at < length; ) {
        int until = at + 1 + random.nextInt(25);
        sessions.add(stretch(at, until));
        at = until + random.nextInt(15);
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        int at = random.nextInt(90) - 5;
        pauses.add(stretch(at, at + 1 + random.nextInt(20)));
      }
      for (int i = random.nextInt(6); i > 0; i--) {
        int at = random.nextInt(90) - 5;
        boolean open = random.nextInt(5) == 0;
        Instant end = open ? null : at(at + random.nextInt(40));
        works.add(new Work("任务", "", WORKERS.get(random.nextInt(5)), at(at), end));
      }
    }

    AttributableTime sweep() {
      return new TimeSweep(sessions, pauses, works).between(START, at(length));
    }

    Map<Party, Long> minuteByMinute() {
      Map<Party, Long> taken = new TreeMap<>();
      for (int minute = 0; minute < length; minute++) {
        var parties = at(at(minute));
        parties.forEach(party -> taken.merge(party, unit / parties.size(), Long::sum));
      }
      return taken;
    }

    private TreeSet<Party> at(Instant now) {
      TreeSet<Party> found = new TreeSet<>();
      if (sessions.stream().noneMatch(session -> covers(session.from(), session.to(), now))) {
        found.add(Party.the(Kind.OFF_HOURS));
      } else if (pauses.stream().anyMatch(pause -> covers(pause.from(), pause.to(), now))) {
        found.add(Party.the(Kind.SPECIAL_PROCEDURE));
      } else {
        works.stream()
            .filter(work -> covers(work.from(), work.to() == null ? Instant.MAX : work.to(), now))
            .forEach(work -> found.add(work.party()));
        if (found.size() > 1) {
          found.remove(APPLICANT);
        }
        if (found.isEmpty()) {
          found.add(Party.the(Kind.SYSTEM));
        }
      }
      return found;
    }

    private static boolean covers(Instant from, Instant to, Instant now) {
      return !now.isBefore(from) && now.isBefore(to);
    }

    private Interval stretch(int from, int to) {
      return new Interval(at(from), at(to));
    }

    private Instant at(int units) {
      return START.plusMillis(units * unit);
    }
  }

  private static AttributableTime sweep(
      List<Interval> sessions, List<Interval> pauses, List<Work> works, int length) {
    return new TimeSweep(sessions, pauses, works)
        .between(START, START.plus(Duration.ofMinutes(length)));
  }

  private static Interval minutes(int from, int to) {
    return new Interval(START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(to)));
  }

  private static Work work(Party party, int from, int to) {
    return new Work("任务", "", party, minutes(from, to).from(), minutes(from, to).to());
  }

  private static Work open(Party party) {
    return new Work("任务", "", party, START, null);
  }

  private static long sum(AttributableTime time) {
    return time.shares().stream().mapToLong(AttributableTime.Share::millis).sum();
  }

  private static Map<Party, Long> shares(AttributableTime time) {
    return time.shares().stream()
        .collect(
            Collectors.toMap(
                AttributableTime.Share::party,
                AttributableTime.Share::millis,
                Long::sum,
                TreeMap::new));
  }
}
