package io.onewindow.promise;

import io.onewindow.calendar.LocalDay;
import io.onewindow.calendar.NamedDay;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days and seasons that loaded notices list. */
@Repository
class CalendarContentStore {

  private static final int USUAL = 0;

  /** One stored line of office hours. */
  private record Hours(LocalDate from, int weekday, List<Session> sessions) {}

  private final JdbcClient jdbc;

  CalendarContentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(CalendarNotice notice) {
    CalendarNotice.Content content = notice.content();
    content.namedDays().forEach(day -> add(notice.id(), day.date(), day.kind().name(), day.name()));
    content
        .localDays()
        .forEach(day -> add(notice.id(), day.date(), day.kind().name(), day.reason()));
    for (OfficeHours.Season season : content.seasons()) {
      add(notice.id(), new Hours(season.validFrom(), USUAL, season.usual()));
      season
          .exceptions()
          .forEach(
              (day, own) -> add(notice.id(), new Hours(season.validFrom(), day.getValue(), own)));
    }
  }

  CalendarNotice.Content of(String noticeId, CalendarNotice.About about) {
    return switch (about.kind()) {
      case NATIONAL_YEAR -> CalendarNotice.Content.ofYear(namedDays(noticeId));
      case LOCAL_DAYS -> CalendarNotice.Content.ofDays(localDays(noticeId, about.number()));
      case OFFICE_HOURS -> CalendarNotice.Content.ofSeasons(seasons(noticeId));
    };
  }

  private void add(String noticeId, LocalDate date, String kind, String reason) {
    jdbc.sql("insert into ow_calendar_day (notice_id, on_date, kind, reason) values (?, ?, ?, ?)")
        .params(noticeId, date, kind, reason)
        .update();
  }

  private void add(String noticeId, Hours hours) {
    String sessions =
        hours.sessions().stream().map(Session::toString).collect(Collectors.joining(","));
    jdbc.sql(
            "insert into ow_calendar_season (notice_id, valid_from, weekday, sessions)"
                + " values (?, ?, ?, ?)")
        .params(noticeId, hours.from(), hours.weekday(), sessions)
        .update();
  }

  private List<NamedDay> namedDays(String noticeId) {
    return days(noticeId)
        .query(
            (row, number) ->
                new NamedDay(
                    date(row),
                    NamedDay.Kind.valueOf(row.getString("kind")),
                    row.getString("reason")))
        .list();
  }

  private List<LocalDay> localDays(String noticeId, String documentNo) {
    return days(noticeId)
        .query(
            (row, number) ->
                new LocalDay(
                    date(row),
                    LocalDay.Kind.valueOf(row.getString("kind")),
                    row.getString("reason"),
                    documentNo))
        .list();
  }

  private JdbcClient.StatementSpec days(String noticeId) {
    return jdbc.sql("select * from ow_calendar_day where notice_id = ? order by on_date")
        .param(noticeId);
  }

  private List<OfficeHours.Season> seasons(String noticeId) {
    Map<LocalDate, List<Hours>> byDate =
        jdbc
            .sql("select * from ow_calendar_season where notice_id = ?")
            .param(noticeId)
            .query((row, number) -> hours(row))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Hours::from, TreeMap::new, Collectors.toList()));
    List<OfficeHours.Season> seasons = new ArrayList<>();
    byDate.forEach((from, lines) -> seasons.add(season(from, lines)));
    return seasons;
  }

  private static OfficeHours.Season season(LocalDate from, List<Hours> lines) {
    List<Session> usual = List.of();
    Map<DayOfWeek, List<Session>> exceptions = new EnumMap<>(DayOfWeek.class);
    for (Hours line : lines) {
      if (line.weekday() == USUAL) {
        usual = line.sessions();
      } else {
        exceptions.put(DayOfWeek.of(line.weekday()), line.sessions());
      }
    }
    return new OfficeHours.Season(from, usual, exceptions);
  }

  private static Hours hours(ResultSet row) throws SQLException {
    List<Session> sessions =
        Arrays.stream(row.getString("sessions").split(",")).map(Session::parse).toList();
    return new Hours(row.getObject("valid_from", LocalDate.class), row.getInt("weekday"), sessions);
  }

  private static LocalDate date(ResultSet row) throws SQLException {
    return row.getObject("on_date", LocalDate.class);
  }
}
