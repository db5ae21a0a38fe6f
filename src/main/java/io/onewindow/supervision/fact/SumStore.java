package io.onewindow.supervision.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sums as they are stored. */
@Repository
class SumStore {

  /** As many ids as one question should ask for. */
  private static final int MOST = 500;

  private static final String INSERT =
      """
      insert into ow_fact_sum (id, grain, on_day, kind, service, process_key, version, jurisdiction,
        activity_id, department, person, received, ended, gross_ms, working_ms, net_ms, waiting_ms,
        returns, last_at_join, kept, broken, within_limit, beyond_limit, gross_h, working_h, net_h,
        waiting_h)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update ow_fact_sum set received = ?, ended = ?, gross_ms = ?, working_ms = ?, net_ms = ?,
        waiting_ms = ?, returns = ?, last_at_join = ?, kept = ?, broken = ?, within_limit = ?,
        beyond_limit = ?, gross_h = ?, working_h = ?, net_h = ?, waiting_h = ?
      where id = ?
      """;

  private static final String OF_A_MONTH = "on_day between :first and :last";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  SumStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Adds what changed to what is stored; the caller is the only one who writes. */
  void add(Map<SumKey, Sum> changes) {
    List<Map.Entry<SumKey, Sum>> all =
        changes.entrySet().stream().filter(one -> !one.getValue().isEmpty()).toList();
    for (int from = 0; from < all.size(); from += MOST) {
      addSome(all.subList(from, Math.min(all.size(), from + MOST)));
    }
  }

  private void addSome(List<Map.Entry<SumKey, Sum>> changes) {
    Map<String, Sum> stored = stored(changes.stream().map(one -> one.getKey().id()).toList());
    List<Object[]> inserts = new ArrayList<>();
    List<Object[]> updates = new ArrayList<>();
    List<Object[]> deletes = new ArrayList<>();
    for (Map.Entry<SumKey, Sum> one : changes) {
      String id = one.getKey().id();
      Sum sum = stored.get(id);
      if (sum == null) {
        inserts.add(inserted(one.getKey(), one.getValue()));
        continue;
      }
      sum.add(one.getValue());
      if (sum.isEmpty()) {
        deletes.add(new Object[] {id});
      } else {
        updates.add(updated(id, sum));
      }
    }
    batches.batchUpdate(INSERT, inserts);
    batches.batchUpdate(UPDATE, updates);
    batches.batchUpdate("delete from ow_fact_sum where id = ?", deletes);
  }

  private Map<String, Sum> stored(List<String> ids) {
    Map<String, Sum> found = new HashMap<>();
    jdbc.sql("select * from ow_fact_sum where id in (:ids)")
        .param("ids", ids)
        .query((row, n) -> found.put(row.getString("id"), sum(row)))
        .list();
    return found;
  }

  /**
   * Makes these the sums of a month and of its days.
   *
   * @return how many were otherwise before
   */
  int replace(YearMonth month, Map<SumKey, Sum> sums) {
    Map<String, List<Object>> before = new HashMap<>();
    jdbc.sql("select * from ow_fact_sum where " + OF_A_MONTH)
        .param("first", month.atDay(1))
        .param("last", month.atEndOfMonth())
        .query((row, n) -> before.put(row.getString("id"), comparable(sum(row))))
        .list();
    Map<String, List<Object>> after = new HashMap<>();
    sums.forEach((key, sum) -> after.put(key.id(), comparable(sum)));
    if (before.equals(after)) {
      return 0;
    }
    jdbc.sql("delete from ow_fact_sum where " + OF_A_MONTH)
        .param("first", month.atDay(1))
        .param("last", month.atEndOfMonth())
        .update();
    add(sums);
    Set<String> ids = new HashSet<>(before.keySet());
    ids.addAll(after.keySet());
    return (int) ids.stream().filter(id -> !Objects.equals(before.get(id), after.get(id))).count();
  }

  /** The first and the last day that anything is added up for; empty when nothing is. */
  List<LocalDate> days() {
    return jdbc.sql("select min(on_day), max(on_day) from ow_fact_sum")
        .query(
            (row, n) ->
                row.getObject(1) == null
                    ? List.<LocalDate>of()
                    : List.of(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
        .single();
  }

  private static List<Object> comparable(Sum sum) {
    List<Object> values = new ArrayList<>();
    add(values, sum);
    return values.stream()
        .map(value -> value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value)
        .toList();
  }

  static Sum sum(ResultSet row) throws SQLException {
    Sum sum = counts(row);
    sum.grossMinutes.addPacked(row.getBytes("gross_h"));
    sum.workingMinutes.addPacked(row.getBytes("working_h"));
    sum.netMinutes.addPacked(row.getBytes("net_h"));
    sum.waitingMinutes.addPacked(row.getBytes("waiting_h"));
    return sum;
  }

  /** Without how the durations are spread. */
  static Sum counts(ResultSet row) throws SQLException {
    Sum sum = new Sum();
    sum.received = row.getInt("received");
    sum.ended = row.getInt("ended");
    sum.gross = row.getLong("gross_ms");
    sum.working = row.getLong("working_ms");
    sum.net = row.getLong("net_ms");
    sum.waiting = row.getLong("waiting_ms");
    sum.returns = row.getInt("returns");
    sum.lastAtJoin = row.getInt("last_at_join");
    sum.kept = row.getInt("kept");
    sum.broken = row.getInt("broken");
    sum.within = row.getInt("within_limit");
    sum.beyond = row.getInt("beyond_limit");
    return sum;
  }

  private static Object[] inserted(SumKey key, Sum sum) {
    List<Object> values = new ArrayList<>();
    values.add(key.id());
    values.add(key.grain().code());
    values.add(key.day());
    values.add(key.kind().name());
    values.add(key.service());
    values.add(key.processKey());
    values.add(key.version());
    values.add(key.jurisdiction());
    values.add(key.activityId());
    values.add(key.department());
    values.add(key.person());
    add(values, sum);
    return values.toArray();
  }

  private static Object[] updated(String id, Sum sum) {
    List<Object> values = new ArrayList<>();
    add(values, sum);
    values.add(id);
    return values.toArray();
  }

  private static void add(List<Object> values, Sum sum) {
    values.add(sum.received);
    values.add(sum.ended);
    values.add(sum.gross);
    values.add(sum.working);
    values.add(sum.net);
    values.add(sum.waiting);
    values.add(sum.returns);
    values.add(sum.lastAtJoin);
    values.add(sum.kept);
    values.add(sum.broken);
    values.add(sum.within);
    values.add(sum.beyond);
    values.add(sum.grossMinutes.packed());
    values.add(sum.workingMinutes.packed());
    values.add(sum.netMinutes.packed());
    values.add(sum.waitingMinutes.packed());
  }
}
