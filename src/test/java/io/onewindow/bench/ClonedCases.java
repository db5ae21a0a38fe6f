package io.onewindow.bench;

import io.onewindow.bench.CasePatterns.Rows;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes cases row by row, into any database. */
public final class ClonedCases implements CaseWriter {

  private static final int CASES_PER_BATCH = 200;

  private final JdbcTemplate jdbc;
  private final CasePatterns patterns;
  private final Random random = new Random(20261121);
  private int next;

  /**
   * @param patterns of which at least one has ended
   */
  public ClonedCases(JdbcTemplate jdbc, CasePatterns patterns) {
    this.jdbc = jdbc;
    this.patterns = patterns;
  }

  @Override
  public void write(int cases) {
    for (int done = 0; done < cases; done += CASES_PER_BATCH) {
      Map<String, List<Object[]>> batch = new LinkedHashMap<>();
      for (int one = done; one < Math.min(cases, done + CASES_PER_BATCH); one++) {
        boolean runs = random.nextInt(CasePatterns.ONE_OPEN_IN) == 0 && !patterns.open().isEmpty();
        List<Rows> from = runs ? patterns.open() : patterns.ended();
        clone(from.get(random.nextInt(from.size())), batch);
      }
      batch.forEach((table, rows) -> jdbc.batchUpdate(insert(table), rows));
    }
  }

  private String insert(String table) {
    int columns = patterns.columns().get(table).size();
    return "insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)";
  }

  private void clone(Rows pattern, Map<String, List<Object[]>> batch) {
    int weeks = random.nextInt(pattern.open() ? 2 : CasePatterns.WEEKS);
    String number = pattern.receiptNo().substring(0, 6) + "9%014d".formatted(next++);
    Map<String, String> ids = new HashMap<>();
    pattern
        .byTable()
        .forEach(
            (table, rows) -> {
              List<String> columns = patterns.columns().get(table);
              for (Object[] row : rows) {
                Object[] copy = new Object[row.length];
                for (int at = 0; at < row.length; at++) {
                  copy[at] =
                      CasePatterns.isOfModel(columns.get(at))
                          ? row[at]
                          : moved(row[at], pattern.receiptNo(), number, ids, weeks);
                }
                batch.computeIfAbsent(table, name -> new ArrayList<>()).add(copy);
              }
            });
  }

  private Object moved(
      Object value, String oldNumber, String number, Map<String, String> ids, int weeks) {
    if (value instanceof Timestamp at) {
      return new Timestamp(at.getTime() - Duration.ofDays(7L * weeks).toMillis());
    }
    if (value instanceof OffsetDateTime at) {
      return at.minusWeeks(weeks);
    }
    if (!(value instanceof String text)) {
      return value;
    }
    if (text.equals(oldNumber)) {
      return number;
    }
    if (CasePatterns.OFFICER.matcher(text).matches()) {
      return text + next % CasePatterns.OFFICERS;
    }
    return CasePatterns.UUIDS
        .matcher(text)
        .replaceAll(
            found -> ids.computeIfAbsent(found.group(), one -> UUID.randomUUID().toString()));
  }
}
