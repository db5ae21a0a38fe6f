package io.onewindow.supervision.fact;

import io.onewindow.supervision.Party;
import io.onewindow.supervision.fact.TimeSums.Time;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who took the time of ended cases, as it is stored. */
@Repository
class TimeStore {

  private static final String INSERT =
      """
      insert into ow_fact_time (id, grain, on_day, service, version, jurisdiction, party_kind,
        party_name, cases, millis) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  TimeStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Adds what changed to what is stored; the caller is the only one who writes. */
  void add(Map<TimeKey, Time> changes) {
    Map<TimeKey, Time> real = new HashMap<>();
    changes.forEach(
        (key, time) -> {
          if (!time.isEmpty()) {
            real.put(key, time);
          }
        });
    if (real.isEmpty()) {
      return;
    }
    Map<String, Time> stored = stored(real.keySet());
    List<Object[]> inserts = new ArrayList<>();
    List<Object[]> updates = new ArrayList<>();
    real.forEach(
        (key, time) -> {
          Time before = stored.get(key.id());
          if (before == null) {
            inserts.add(inserted(key, time));
          } else {
            Time after = before.plus(time);
            updates.add(new Object[] {after.cases(), after.millis(), key.id()});
          }
        });
    batches.batchUpdate(INSERT, inserts);
    batches.batchUpdate("update ow_fact_time set cases = ?, millis = ? where id = ?", updates);
    if (!updates.isEmpty()) {
      jdbc.sql("delete from ow_fact_time where id in (:ids) and cases = 0 and millis = 0")
          .param("ids", stored.keySet())
          .update();
    }
  }

  private Map<String, Time> stored(Collection<TimeKey> keys) {
    Map<String, Time> found = new HashMap<>();
    jdbc.sql("select id, cases, millis from ow_fact_time where id in (:ids)")
        .param("ids", keys.stream().map(TimeKey::id).toList())
        .query((row, n) -> found.put(row.getString(1), new Time(row.getInt(2), row.getLong(3))))
        .list();
    return found;
  }

  private static Object[] inserted(TimeKey key, Time time) {
    Party party = key.party();
    return new Object[] {
      key.id(),
      key.grain().code(),
      key.day(),
      key.service(),
      key.version(),
      key.jurisdiction(),
      party.kind().name(),
      party.name(),
      time.cases(),
      time.millis()
    };
  }

  /**
   * Makes these the sums of a month.
   *
   * @return how many were otherwise before
   */
  int replace(YearMonth month, TimeSums sums) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atEndOfMonth();
    Map<String, Time> before = new HashMap<>();
    jdbc.sql("select id, cases, millis from ow_fact_time where on_day between ? and ?")
        .params(first, last)
        .query((row, n) -> before.put(row.getString(1), new Time(row.getInt(2), row.getLong(3))))
        .list();
    Map<String, Time> after = new HashMap<>();
    sums.all().forEach((key, time) -> after.put(key.id(), time));
    if (before.equals(after)) {
      return 0;
    }
    jdbc.sql("delete from ow_fact_time where on_day between ? and ?").params(first, last).update();
    batches.batchUpdate(
        INSERT,
        sums.all().entrySet().stream().map(one -> inserted(one.getKey(), one.getValue())).toList());
    Set<String> ids = new HashSet<>(before.keySet());
    ids.addAll(after.keySet());
    return (int) ids.stream().filter(id -> !Objects.equals(before.get(id), after.get(id))).count();
  }
}
