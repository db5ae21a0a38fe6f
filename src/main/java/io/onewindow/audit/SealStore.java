package io.onewindow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain and the rows under it. */
@Repository
class SealStore {

  /**
   * A transaction may commit a row after later ones were sealed: so far back is looked for those.
   */
  private static final long LATECOMERS = 10_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock time;

  SealStore(JdbcClient jdbc, JdbcTemplate batches, Clock time) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.time = time;
  }

  /** Whether this transaction is the one that may seal; false while another node does. */
  boolean lock() {
    return jdbc.sql("select id from ow_audit_lock where id = 1 for update skip locked")
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The end of the chain; empty before the first seal. */
  Optional<Seal> last() {
    return jdbc.sql("select * from ow_audit_seal order by seq desc fetch first 1 rows only")
        .query(SealStore::seal)
        .optional();
  }

  /**
   * Rows of a record without a seal.
   *
   * @param overdue how many of them should have one
   * @param firstRowId the earliest that should; null when there is none
   */
  record Unsealed(Source source, long rows, long overdue, String firstRowId) {}

  /**
   * Counts the rows without a seal. One should have it when it lies further back than is looked for
   * latecomers, or when its own time is neither near to now nor to the last seal: when the nodes
   * stop, or a copy is made of the database, the last few rows wait until a node starts.
   *
   * @param near so near, before or after
   */
  Unsealed countUnsealed(Source source, Duration near) {
    Instant now = time.instant();
    Instant last =
        jdbc.sql("select sealed_at from ow_audit_seal order by seq desc fetch first 1 rows only")
            .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .optional()
            .orElse(now);
    return jdbc.sql(
            """
            select counted.*, (select id from %1$s where entry_no = first_late) as first_row
            from (
              select count(*) as found, count(*) filter (where late) as overdue,
                min(entry_no) filter (where late) as first_late
              from (
                select r.entry_no, (r.entry_no <= :seen
                    or not (r.happened_at between :since and :until
                      or r.happened_at between :sinceLast and :untilLast)) as late
                from %1$s r
                where not exists (
                  select 1 from ow_audit_seal s
                  where s.source = :source and s.entry_no = r.entry_no)) unsealed) counted
            """
                .formatted(source.table()))
        .param("source", source.table())
        .param("seen", lastSealed(source) - LATECOMERS)
        .param("since", now.minus(near).atOffset(ZoneOffset.UTC))
        .param("until", now.plus(near).atOffset(ZoneOffset.UTC))
        .param("sinceLast", last.minus(near).atOffset(ZoneOffset.UTC))
        .param("untilLast", last.plus(near).atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Unsealed(
                    source,
                    row.getLong("found"),
                    row.getLong("overdue"),
                    row.getString("first_row")))
        .single();
  }

  /** Number of the last entry that has a seal; 0 before the first. */
  private long lastSealed(Source source) {
    return jdbc.sql("select coalesce(max(entry_no), 0) from ow_audit_seal where source = ?")
        .param(source.table())
        .query(Long.class)
        .single();
  }

  /** Rows without a seal, the earliest first. */
  List<SealedRow> unsealed(Source source, int most) {
    long sealed = lastSealed(source);
    return jdbc.sql(
            """
            select entry_no, %s from %s r
            where entry_no > ? and not exists (
              select 1 from ow_audit_seal s where s.source = ? and s.entry_no = r.entry_no)
            order by entry_no fetch first ? rows only
            """
                .formatted(source.columns(), source.table()))
        .params(sealed - LATECOMERS, source.table(), most)
        .query((row, number) -> SealedRow.of(source, row))
        .list();
  }

  void add(List<Seal> seals) {
    var now = time.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    batches.batchUpdate(
        "insert into ow_audit_seal (seq, source, entry_no, row_id, hash, sealed_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        seals.stream()
            .map(
                one ->
                    new Object[] {
                      one.seq(), one.source().table(), one.entryNo(), one.rowId(), one.hash(), now
                    })
            .toList());
  }

  /** The links after that one, in their order. */
  List<Seal> after(long seq, int most) {
    return jdbc.sql(
            "select * from ow_audit_seal where seq > ? order by seq fetch first ? rows only")
        .params(seq, most)
        .query(SealStore::seal)
        .list();
  }

  /** The rows that are still there, by their entry numbers. */
  Map<Long, SealedRow> rows(Source source, Collection<Long> entries) {
    Map<Long, SealedRow> found = new HashMap<>();
    if (!entries.isEmpty()) {
      jdbc.sql(
              "select entry_no, %s from %s where entry_no in (:entries)"
                  .formatted(source.columns(), source.table()))
          .param("entries", entries)
          .query((row, number) -> SealedRow.of(source, row))
          .list()
          .forEach(row -> found.put(row.entryNo(), row));
    }
    return found;
  }

  /**
   * Rows of a record with their seals, in the order they were written.
   *
   * @param from happened then or later
   * @param to happened earlier
   * @param after entry number of the last row that is known
   */
  List<Map<String, Object>> between(Source source, Instant from, Instant to, long after, int most) {
    String columns =
        source.columnNames().stream().map("r."::concat).collect(Collectors.joining(", "));
    return jdbc.sql(
            """
            select r.entry_no, %s, s.seq as seal_no, s.hash as seal
            from %s r left join ow_audit_seal s on s.source = ? and s.entry_no = r.entry_no
            where r.happened_at >= ? and r.happened_at < ? and r.entry_no > ?
            order by r.entry_no fetch first ? rows only
            """
                .formatted(columns, source.table()))
        .params(
            source.table(), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), after, most)
        .query((row, number) -> named(source, row))
        .list();
  }

  private static Map<String, Object> named(Source source, ResultSet row) throws SQLException {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("entry_no", row.getLong("entry_no"));
    for (String column : source.columnNames()) {
      named.put(column, SealedRow.value(column, row));
    }
    named.put("seal_no", row.getObject("seal_no"));
    named.put("seal", row.getString("seal"));
    return named;
  }

  private static Seal seal(ResultSet row, int number) throws SQLException {
    return new Seal(
        row.getLong("seq"),
        Source.of(row.getString("source")),
        row.getLong("entry_no"),
        row.getString("row_id"),
        row.getString("hash"));
  }
}
