package io.onewindow.promise;

import io.onewindow.calendar.CalendarFileKind;
import io.onewindow.engine.WithinTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendar notices loaded at run time. */
@Repository
class CalendarStore {

  private static final String VERSION = "select version from ow_calendar_version where id = 1";

  private final JdbcClient jdbc;
  private final CalendarContentStore contents;
  private final WithinTransaction<AtomicLong> known = new WithinTransaction<>();

  CalendarStore(JdbcClient jdbc, CalendarContentStore contents) {
    this.jdbc = jdbc;
    this.contents = contents;
  }

  /** Grows with every notice loaded or withdrawn on any node; read once in a transaction. */
  long version() {
    return known.get(() -> new AtomicLong(jdbc.sql(VERSION).query(Long.class).single())).get();
  }

  /** As {@link #version}; whoever else loads a notice waits until this transaction ends. */
  long lockedVersion() {
    return known(jdbc.sql(VERSION + " for update").query(Long.class).single());
  }

  /** Somebody has read it by the way; what the transaction already knows stays. */
  void seen(long version) {
    known.get(() -> new AtomicLong(version));
  }

  private long known(long version) {
    known.get(AtomicLong::new).set(version);
    return version;
  }

  /**
   * The notices in force, in the order they were loaded; one that was withdrawn as of some day
   * lists what it arranged before.
   */
  List<CalendarNotice> inForce() {
    return loaded().stream().filter(one -> !one.content().isEmpty()).toList();
  }

  /** As {@link #inForce}, with those of which a withdrawal left nothing. */
  List<CalendarNotice> loaded() {
    return jdbc
        .sql(
            """
            select n.*, w.effective_from as withdrawn_from, w.reason as withdrawal_reason,
              w.withdrawn_by, w.withdrawn_at
            from ow_calendar_notice n left join ow_calendar_withdrawal w on w.notice_id = n.id
            where n.superseded_by is null order by n.version
            """)
        .query((row, number) -> heading(row))
        .list()
        .stream()
        .map(this::filled)
        .toList();
  }

  private CalendarNotice filled(CalendarNotice one) {
    CalendarNotice whole =
        new CalendarNotice(
            one.id(), one.about(), contents.of(one.id(), one.about()), one.loading(), null);
    return one.withdrawal() == null ? whole : whole.withdrawn(one.withdrawal());
  }

  /** Notes that the notice no longer holds; the caller holds the lock. */
  void withdraw(String noticeId, CalendarNotice.Withdrawal withdrawal, long version) {
    jdbc.sql(
            """
            insert into ow_calendar_withdrawal (notice_id, version, effective_from, reason,
              withdrawn_by, withdrawn_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            noticeId,
            version,
            withdrawal.effectiveFrom(),
            withdrawal.reason(),
            withdrawal.by(),
            withdrawal.at().atOffset(ZoneOffset.UTC))
        .update();
    grown(version);
  }

  private void grown(long version) {
    jdbc.sql("update ow_calendar_version set version = ? where id = 1").param(version).update();
    known(version);
  }

  /** Adds the notice and takes others out of force; the caller holds the lock. */
  void add(CalendarNotice notice, long version, Collection<CalendarNotice> superseded) {
    insert(notice, version);
    contents.add(notice);
    superseded.forEach(
        old ->
            jdbc.sql("update ow_calendar_notice set superseded_by = ? where id = ?")
                .params(notice.id(), old.id())
                .update());
    grown(version);
  }

  private void insert(CalendarNotice notice, long version) {
    CalendarNotice.About about = notice.about();
    jdbc.sql(
            """
            insert into ow_calendar_notice (id, version, kind, jurisdiction, calendar_year,
              document_no, title, url, effective_from, digest, loaded_by, loaded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            notice.id(),
            version,
            about.kind().name(),
            about.jurisdiction(),
            about.year(),
            about.number(),
            about.title(),
            about.url(),
            about.effectiveFrom(),
            notice.loading().digest(),
            notice.loading().by(),
            notice.loading().at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The notice without what it lists. */
  private static CalendarNotice heading(ResultSet row) throws SQLException {
    return new CalendarNotice(
        row.getString("id"),
        about(row),
        CalendarNotice.Content.ofYear(List.of()),
        new CalendarNotice.Loading(
            row.getString("digest"),
            row.getString("loaded_by"),
            row.getObject("loaded_at", OffsetDateTime.class).toInstant()),
        withdrawal(row));
  }

  private static CalendarNotice.Withdrawal withdrawal(ResultSet row) throws SQLException {
    LocalDate from = row.getObject("withdrawn_from", LocalDate.class);
    return from == null
        ? null
        : new CalendarNotice.Withdrawal(
            from,
            row.getString("withdrawal_reason"),
            row.getString("withdrawn_by"),
            row.getObject("withdrawn_at", OffsetDateTime.class).toInstant());
  }

  private static CalendarNotice.About about(ResultSet row) throws SQLException {
    return new CalendarNotice.About(
        CalendarFileKind.valueOf(row.getString("kind")),
        row.getString("jurisdiction"),
        row.getObject("calendar_year", Integer.class),
        row.getString("document_no"),
        row.getString("title"),
        row.getString("url"),
        row.getObject("effective_from", LocalDate.class));
  }
}
