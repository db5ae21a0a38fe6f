package io.onewindow.promise;

import io.onewindow.calendar.CalendarFileKind;
import io.onewindow.calendar.LocalDay;
import io.onewindow.calendar.NamedDay;
import io.onewindow.calendar.OfficeHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A calendar notice loaded at run time.
 *
 * @param about which notice, and whose
 * @param content what it arranges
 * @param loading by whom and when it was loaded
 * @param withdrawal null unless it was withdrawn
 */
record CalendarNotice(
    String id, About about, Content content, Loading loading, Withdrawal withdrawal) {

  /**
   * @param jurisdiction null for a national notice
   * @param year null for a local notice
   * @param effectiveFrom null when the notice names none
   */
  record About(
      CalendarFileKind kind,
      String jurisdiction,
      Integer year,
      String number,
      String title,
      String url,
      LocalDate effectiveFrom) {

    /**
     * @param first what the notice arranges first, for one that names no effective date
     */
    static About of(CalendarFileKind kind, Integer year, CalendarUpload upload, LocalDate first) {
      return new About(
              kind,
              upload.jurisdiction(),
              year,
              upload.number(),
              upload.title(),
              upload.url() == null ? "" : upload.url(),
              upload.effectiveFrom())
          .effectiveBy(first);
    }

    /** The same; where it names no effective date, effective from this day. */
    About effectiveBy(LocalDate first) {
      return effectiveFrom == null
          ? new About(kind, jurisdiction, year, number, title, url, first)
          : this;
    }

    String citation() {
      return number + "《" + title + "》";
    }

    boolean isNational() {
      return kind == CalendarFileKind.NATIONAL_YEAR;
    }
  }

  /** Only the list that suits the kind is filled. */
  record Content(
      List<NamedDay> namedDays, List<LocalDay> localDays, List<OfficeHours.Season> seasons) {

    static Content ofYear(List<NamedDay> days) {
      return new Content(List.copyOf(days), List.of(), List.of());
    }

    static Content ofDays(List<LocalDay> days) {
      return new Content(List.of(), List.copyOf(days), List.of());
    }

    boolean isEmpty() {
      return namedDays.isEmpty() && localDays.isEmpty() && seasons.isEmpty();
    }

    /** Days, and seasons that begin, before that day. */
    private Content until(LocalDate end) {
      return new Content(
          namedDays.stream().filter(day -> day.date().isBefore(end)).toList(),
          localDays.stream().filter(day -> day.date().isBefore(end)).toList(),
          seasons.stream().filter(season -> season.validFrom().isBefore(end)).toList());
    }

    static Content ofSeasons(List<OfficeHours.Season> seasons) {
      return new Content(List.of(), List.of(), List.copyOf(seasons));
    }
  }

  /**
   * @param digest SHA-256 of the file in hexadecimal
   * @param by user id, or 命令行 and the name of the account
   */
  record Loading(String digest, String by, Instant at) {}

  /**
   * A notice taken back.
   *
   * @param effectiveFrom the first day on which it no longer holds, in Asia/Shanghai
   * @param by user id
   */
  record Withdrawal(LocalDate effectiveFrom, String reason, String by, Instant at) {}

  static CalendarNotice of(About about, Content content, Loading loading) {
    return new CalendarNotice(UUID.randomUUID().toString(), about, content, loading, null);
  }

  /** The same, listing only what a withdrawal leaves of it. */
  CalendarNotice withdrawn(Withdrawal taken) {
    return new CalendarNotice(id, about, content.until(taken.effectiveFrom()), loading, taken);
  }

  /** Whether it has not been withdrawn by that day. */
  boolean holdsOn(LocalDate day) {
    return withdrawal == null || day.isBefore(withdrawal.effectiveFrom());
  }

  /** Whether the two arrange the same thing, so that the later must replace the earlier. */
  boolean isSameMatterAs(About other) {
    return about.kind() == other.kind()
        && (about.isNational()
            ? about.year().equals(other.year())
            : about.jurisdiction().equals(other.jurisdiction())
                && about.number().equals(other.number()));
  }
}
