package io.onewindow.calendar.proof;

import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.PublicHolidays;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Prints this machine's time zone, how many deadlines it counted and a digest of them, their
 * explanations and their sources, so that machines can be compared.
 */
final class ZoneDigest {

  static final int DEADLINES = 9_000;

  private static final Instant FIRST = Instant.parse("2021-06-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2028-12-31T00:00:00Z");

  private ZoneDigest() {}

  public static void main(String[] args) throws GeneralSecurityException {
    System.out.println(ZoneId.systemDefault() + " " + DEADLINES + " " + digest());
  }

  private static String digest() throws GeneralSecurityException {
    WorkCalendar calendar = new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
    SplittableRandom random = new SplittableRandom(20261125);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    LimitUnit[] units = LimitUnit.values();
    for (int i = 0; i < DEADLINES; i++) {
      Instant from =
          Instant.ofEpochMilli(random.nextLong(FIRST.toEpochMilli(), LAST.toEpochMilli()));
      Deadline deadline = calendar.deadline(from, term(units[i % units.length], random));
      digest.update(deadline.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Term term(LimitUnit unit, SplittableRandom random) {
    return switch (unit) {
      case IMMEDIATE -> new Term(0, unit);
      case NEXT_DAY -> new Term(1, unit);
      default -> new Term(1 + random.nextInt(31), unit);
    };
  }
}
