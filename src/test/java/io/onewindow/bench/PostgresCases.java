package io.onewindow.bench;

import io.onewindow.bench.CasePatterns.Rows;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes cases inside PostgreSQL: the patterns lie in tables of their own, and one statement for
 * each table writes a hundred thousand cases of them. While it writes, the engine's tables have no
 * indexes and ours none but their keys, nothing of the engine's is logged, and its tables are
 * written side by side.
 */
final class PostgresCases implements CaseWriter {

  private static final int CASES_PER_STATEMENT = 100_000;

  private record Index(String table, String name, String definition, boolean isKey) {

    String drop() {
      return isKey ? "alter table " + table + " drop constraint " + name : "drop index " + name;
    }

    String make() {
      return isKey ? "alter table " + table + " add " + definition : definition;
    }
  }

  private final JdbcTemplate jdbc;
  private final CasePatterns patterns;
  private final PrintStream out;
  private int written;

  PostgresCases(JdbcTemplate jdbc, CasePatterns patterns, PrintStream out) {
    this.jdbc = jdbc;
    this.patterns = patterns;
    this.out = out;
    // indexes of millions of rows are sorted in memory
    jdbc.execute("alter system set maintenance_work_mem = '512MB'");
    jdbc.execute("select pg_reload_conf()");
    patterns.columns().keySet().forEach(this::lay);
  }

  /** The patterns' rows of that table, numbered by pattern: the open ones below zero. */
  private void lay(String table) {
    if (isOfEngine(table)) {
      // ours refer to each other, which a logged table may not to one that is not
      jdbc.execute("alter table " + table + " set unlogged");
    }
    jdbc.execute("drop table if exists bench_" + table);
    jdbc.execute(
        "create unlogged table bench_"
            + table
            + " as select 0 as pattern, t.* from "
            + table
            + " t where false");
    String insert =
        "insert into bench_"
            + table
            + " (pattern, "
            + String.join(", ", patterns.columns().get(table))
            + ") values ("
            + "?, ".repeat(patterns.columns().get(table).size())
            + "?)";
    lay(insert, table, patterns.ended(), 1);
    lay(insert, table, patterns.open(), -1);
  }

  private void lay(String insert, String table, List<Rows> cases, int sign) {
    List<Object[]> rows = new ArrayList<>();
    for (int one = 0; one < cases.size(); one++) {
      for (Object[] row : cases.get(one).byTable().get(table)) {
        Object[] numbered = new Object[row.length + 1];
        numbered[0] = sign * (one + 1);
        System.arraycopy(row, 0, numbered, 1, row.length);
        rows.add(numbered);
      }
    }
    jdbc.batchUpdate(insert, rows);
  }

  private static boolean isOfEngine(String table) {
    return table.startsWith("ACT_HI");
  }

  @Override
  public void write(int cases) {
    List<Index> indexes =
        patterns.columns().keySet().stream().flatMap(table -> indexes(table).stream()).toList();
    indexes.forEach(index -> jdbc.execute(index.drop()));
    int until = written + cases;
    while (written < until) {
      int some = Math.min(CASES_PER_STATEMENT, until - written);
      choose(written, some);
      each(this::write);
      written += some;
      out.printf("  %,d cases written%n", written);
    }
    each(
        table ->
            indexes.stream()
                .filter(index -> index.table().equals(table))
                .forEach(index -> jdbc.execute(index.make())));
    patterns.columns().keySet().forEach(table -> jdbc.execute("analyze " + table));
    out.printf("  %d indexes made again%n", indexes.size());
  }

  /** The engine's tables side by side; ours, which refer to each other, one after the other. */
  private void each(Consumer<String> deed) {
    Set<String> tables = patterns.columns().keySet();
    tables.stream().filter(table -> !isOfEngine(table)).forEach(deed);
    tables.parallelStream().filter(PostgresCases::isOfEngine).forEach(deed);
  }

  /** Those that are no key, and the keys that no other table refers to. */
  private List<Index> indexes(String table) {
    List<Index> indexes =
        new ArrayList<>(
            jdbc.query(
                "select i.indexname, i.indexdef from pg_indexes i where i.tablename = ?"
                    + " and not exists"
                    + " (select 1 from pg_constraint c where c.conname = i.indexname)",
                (row, n) -> new Index(table, row.getString(1), row.getString(2), false),
                table.toLowerCase()));
    if (isOfEngine(table)) {
      indexes.addAll(
          jdbc.query(
              "select conname, pg_get_constraintdef(oid) from pg_constraint"
                  + " where conrelid = ?::regclass and contype in ('p', 'u')",
              (row, n) -> new Index(table, row.getString(1), row.getString(2), true),
              table));
    }
    return indexes;
  }

  /** Which case is made of which pattern, how many weeks earlier; the same in every run. */
  private void choose(int from, int cases) {
    jdbc.execute("drop table if exists bench_choice");
    jdbc.execute(
        "create unlogged table bench_choice (n bigint, pattern int, weeks int,"
            + " number text, maker text)");
    jdbc.update(
        """
        insert into bench_choice
        select n, case when runs then -1 - (a % ?) else 1 + (a % ?) end,
          case when runs then b % 2 else b % ? end,
          '9' || lpad(n::text, 14, '0'), lpad(to_hex(n), 12, '0')
        from (select n, abs(hashint8(n)::bigint) as a, abs(hashint8(n + 1000000007)::bigint) as b,
            ? > 0 and abs(hashint8(n + 2000000011)::bigint) % ? = 0 as runs
          from generate_series(?::bigint, ?::bigint) n) numbers
        """,
        patterns.open().size(),
        patterns.ended().size(),
        CasePatterns.WEEKS,
        patterns.open().size(),
        CasePatterns.ONE_OPEN_IN,
        from,
        from + cases - 1);
    jdbc.execute("analyze bench_choice");
  }

  private void write(String table) {
    List<String> values = new ArrayList<>();
    List<String> columns = patterns.columns().get(table);
    for (int at = 0; at < columns.size(); at++) {
      values.add(value(table, columns.get(at), at));
    }
    jdbc.execute(
        "insert into "
            + table
            + " ("
            + String.join(", ", columns)
            + ") select "
            + String.join(", ", values)
            + " from bench_choice c join bench_"
            + table
            + " p on p.pattern = c.pattern");
  }

  private String value(String table, String column, int at) {
    List<Object> seen = seen(table, at);
    if (seen.stream()
        .anyMatch(
            one -> one instanceof java.util.Date || one instanceof java.time.OffsetDateTime)) {
      return "p." + column + " - c.weeks * interval '168 hours'";
    }
    if (CasePatterns.isOfModel(column) || CasePatterns.isKept(column)) {
      return "p." + column;
    }
    if (column.endsWith("_hash")) {
      // other people, and other places
      return "md5(p." + column + " || c.n)";
    }
    if (seen.stream().anyMatch(this::isNumberOfACase)) {
      return "left(p." + column + ", 6) || c.number";
    }
    long ids = seen.stream().filter(PostgresCases::endsWithId).count();
    if (ids > 0) {
      // what made the id is told last; the rest of it stays what is one of its own
      String anew = "left(p." + column + ", length(p." + column + ") - 12) || c.maker";
      return ids == seen.size()
          ? anew
          : "case when p."
              + column
              + " ~ '"
              + CasePatterns.UUIDS
              + "$' then "
              + anew
              + " else p."
              + column
              + " end";
    }
    if (seen.stream().anyMatch(one -> CasePatterns.OFFICER.matcher(one.toString()).matches())) {
      return "case when p."
          + column
          + " ~ '^"
          + CasePatterns.OFFICER
          + "$' then p."
          + column
          + " || (c.n % "
          + CasePatterns.OFFICERS
          + ") else p."
          + column
          + " end";
    }
    return "p." + column;
  }

  private boolean isNumberOfACase(Object value) {
    return patterns.ended().stream().anyMatch(one -> one.receiptNo().equals(value));
  }

  private static boolean endsWithId(Object value) {
    Matcher found = CasePatterns.UUIDS.matcher(value.toString());
    if (!found.find()) {
      return false;
    }
    if (found.end() != value.toString().length()) {
      throw new IllegalStateException("an id within a text cannot be made anew: " + value);
    }
    return true;
  }

  private List<Object> seen(String table, int at) {
    List<Object> seen = new ArrayList<>();
    for (List<Rows> cases : List.of(patterns.ended(), patterns.open())) {
      for (Rows one : cases) {
        for (Map.Entry<String, List<Object[]>> rows : one.byTable().entrySet()) {
          if (rows.getKey().equals(table)) {
            rows.getValue().stream()
                .map(row -> row[at])
                .filter(Objects::nonNull)
                .forEach(seen::add);
          }
        }
      }
    }
    return seen;
  }
}
