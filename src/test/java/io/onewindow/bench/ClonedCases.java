package io.onewindow.bench;

import java.sql.ResultSetMetaData;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a database with history: cases that really lived are written again and again under new ids
 * and numbers, whole weeks earlier, so that weekdays stay what they were.
 */
final class ClonedCases {

  /** The raw rows of one case, by table. */
  private record Rows(String receiptNo, boolean open, Map<String, List<Object[]>> byTable) {}

  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("ow_case", "receipt_no = ?");
    TABLES.put("ACT_HI_PROCINST", "BUSINESS_KEY_ = ?");
    String within = " in (select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?)";
    TABLES.put("ACT_HI_ACTINST", "PROC_INST_ID_" + within);
    TABLES.put("ACT_HI_TASKINST", "PROC_INST_ID_" + within);
    TABLES.put(
        "ACT_HI_IDENTITYLINK",
        "TASK_ID_ in (select ID_ from ACT_HI_TASKINST where PROC_INST_ID_" + within + ")");
    TABLES.put("ow_clock", "process_instance_id" + within);
    TABLES.put("ow_pause", "process_instance_id" + within);
  }

  private static final int WEEKS = 5 * 52;
  private static final int CASES_PER_BATCH = 200;

  private final JdbcTemplate jdbc;
  private final Random random = new Random(20261121);
  private final List<Rows> ended = new ArrayList<>();
  private final List<Rows> open = new ArrayList<>();
  private final Map<String, String> inserts = new HashMap<>();
  private int next;

  ClonedCases(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes these cases for patterns. */
  void learn(List<String> receiptNos) {
    for (String number : receiptNos) {
      Map<String, List<Object[]>> rows = new LinkedHashMap<>();
      TABLES.forEach((table, condition) -> rows.put(table, read(table, condition, number)));
      boolean runs =
          jdbc.queryForObject(
                  "select count(*) from ow_case c join ACT_HI_PROCINST p on p.PROC_INST_ID_ ="
                      + " c.process_instance_id where receipt_no = ? and closed_at is null"
                      + " and END_TIME_ is null",
                  Integer.class,
                  number)
              > 0;
      (runs ? open : ended).add(new Rows(number, runs, rows));
    }
  }

  private List<Object[]> read(String table, String condition, String number) {
    return jdbc.query(
        "select * from " + table + " where " + condition,
        (row, n) -> {
          ResultSetMetaData meta = row.getMetaData();
          inserts.computeIfAbsent(table, name -> insert(name, columns(meta)));
          Object[] values = new Object[columns(meta)];
          for (int at = 0; at < values.length; at++) {
            boolean zoned =
                meta.getColumnTypeName(at + 1).toLowerCase().contains("zone")
                    || meta.getColumnTypeName(at + 1).equals("timestamptz");
            values[at] =
                zoned ? row.getObject(at + 1, OffsetDateTime.class) : row.getObject(at + 1);
          }
          return values;
        },
        number);
  }

  private static int columns(ResultSetMetaData meta) {
    try {
      return meta.getColumnCount();
    } catch (java.sql.SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String insert(String table, int columns) {
    return "insert into " + table + " values (" + "?, ".repeat(columns - 1) + "?)";
  }

  /** Writes so many cases; one in fifty is open. Returns their process instances. */
  List<String> write(int cases) {
    List<String> instances = new ArrayList<>();
    for (int done = 0; done < cases; done += CASES_PER_BATCH) {
      Map<String, List<Object[]>> batch = new LinkedHashMap<>();
      for (int one = done; one < Math.min(cases, done + CASES_PER_BATCH); one++) {
        boolean runs = !open.isEmpty() && random.nextInt(50) == 0;
        List<Rows> from = runs ? open : ended;
        instances.add(clone(from.get(random.nextInt(from.size())), batch));
      }
      batch.forEach((table, rows) -> jdbc.batchUpdate(inserts.get(table), rows));
    }
    return instances;
  }

  private String clone(Rows pattern, Map<String, List<Object[]>> batch) {
    int weeks = pattern.open() ? random.nextInt(2) : random.nextInt(WEEKS);
    String number = pattern.receiptNo().substring(0, 6) + "9%014d".formatted(next++);
    Map<String, String> ids = new HashMap<>();
    pattern
        .byTable()
        .forEach(
            (table, rows) ->
                rows.forEach(
                    row -> {
                      Object[] copy = new Object[row.length];
                      for (int at = 0; at < row.length; at++) {
                        copy[at] = moved(row[at], pattern.receiptNo(), number, ids, weeks);
                      }
                      batch.computeIfAbsent(table, name -> new ArrayList<>()).add(copy);
                    }));
    return ids.get(root(pattern));
  }

  private static String root(Rows pattern) {
    return (String) pattern.byTable().get("ow_case").get(0)[3];
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
    // the model stays what it is
    return isDefinition(text)
        ? text
        : UUIDS.matcher(text).replaceAll(found -> id(found.group(), ids));
  }

  private static boolean isDefinition(String text) {
    Matcher version = Pattern.compile("^[a-z-]+:\\d+:").matcher(text);
    return version.find();
  }

  private static String id(String old, Map<String, String> ids) {
    return ids.computeIfAbsent(old, one -> UUID.randomUUID().toString());
  }
}
