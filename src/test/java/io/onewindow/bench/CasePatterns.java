package io.onewindow.bench;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cases that really lived, as the raw rows they left in every table that figures are counted from.
 */
public final class CasePatterns {

  /** The raw rows of one case, by table. */
  record Rows(String receiptNo, boolean open, Map<String, List<Object[]>> byTable) {}

  static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** The person of each role in each hall; a hall of some size has more than one. */
  static final Pattern OFFICER = Pattern.compile("(ny|hk|sx|lc)(Clerk|Approval|Police|Tax|Power)");

  static final int OFFICERS = 10;
  static final int WEEKS = 5 * 52;

  /**
   * Whoever comes in two weeks is still there: what a steady stream leaves open over five years.
   */
  static final int ONE_OPEN_IN = WEEKS / 2;

  private static final String CASE = "ow_case";

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  /** And of what else a case leaves, all that grows: variables, journals, parties, messages. */
  private static final Map<String, String> WHOLE = new LinkedHashMap<>();

  /** Of these, those that are the engine's own. */
  private static final Map<String, String> ENGINE = new LinkedHashMap<>();

  /** The database numbers these itself. */
  private static final String NUMBERED = "entry_no";

  static {
    TABLES.put(CASE, "receipt_no = ?");
    TABLES.put("ACT_HI_PROCINST", "BUSINESS_KEY_ = ?");
    String within = " in (select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?)";
    TABLES.put("ACT_HI_ACTINST", "PROC_INST_ID_" + within);
    TABLES.put("ACT_HI_TASKINST", "PROC_INST_ID_" + within);
    TABLES.put(
        "ACT_HI_IDENTITYLINK",
        "TASK_ID_ in (select ID_ from ACT_HI_TASKINST where PROC_INST_ID_" + within + ")");
    TABLES.put("ACT_HI_OP_LOG", "PROC_INST_ID_" + within);
    TABLES.put("ow_clock", "process_instance_id" + within);
    TABLES.put("ow_pause", "process_instance_id" + within);
    WHOLE.putAll(TABLES);
    WHOLE.put("ACT_HI_VARINST", "PROC_INST_ID_" + within);
    WHOLE.put("ACT_HI_DETAIL", "PROC_INST_ID_" + within);
    WHOLE.put("ACT_HI_JOB_LOG", "PROCESS_INSTANCE_ID_" + within);
    WHOLE.put("ACT_HI_DECINST", "PROC_INST_ID_" + within);
    String decided = "DEC_INST_ID_ in (select ID_ from ACT_HI_DECINST where PROC_INST_ID_" + within;
    WHOLE.put("ACT_HI_DEC_IN", decided + ")");
    WHOLE.put("ACT_HI_DEC_OUT", decided + ")");
    WHOLE.put("ow_clock_event", "process_instance_id" + within);
    List.of(
            "ow_audit",
            "ow_case_party",
            "ow_case_term",
            "ow_message",
            "ow_material",
            "ow_material_event")
        .forEach(table -> WHOLE.put(table, "receipt_no = ?"));
    ENGINE.putAll(WHOLE);
    ENGINE.keySet().removeIf(table -> !table.startsWith("ACT_"));
  }

  private final JdbcTemplate jdbc;
  private final Map<String, String> tables;
  private final List<Rows> ended = new ArrayList<>();
  private final List<Rows> open = new ArrayList<>();
  private final Map<String, List<String>> columns = new LinkedHashMap<>();

  CasePatterns(JdbcTemplate jdbc) {
    this(jdbc, TABLES);
  }

  private CasePatterns(JdbcTemplate jdbc, Map<String, String> tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  /** With the tables that no figure is counted from as well. */
  static CasePatterns whole(JdbcTemplate jdbc) {
    return new CasePatterns(jdbc, WHOLE);
  }

  /** Of an engine that knows nothing of ours. */
  public static CasePatterns ofEngine(JdbcTemplate jdbc) {
    return new CasePatterns(jdbc, ENGINE);
  }

  List<Rows> ended() {
    return ended;
  }

  List<Rows> open() {
    return open;
  }

  /** The tables with their columns in order. */
  Map<String, List<String>> columns() {
    return columns;
  }

  /** Models stay what they are. */
  static boolean isOfModel(String column) {
    return column.toLowerCase().contains("def_") || column.toLowerCase().contains("definition");
  }

  /** What people wrote, and what is kept elsewhere, stays what it is too. */
  static boolean isKept(String column) {
    return Set.of("text_", "text2_", "bytearray_id_", "detail", "body", "subject")
        .contains(column.toLowerCase());
  }

  /** Takes these cases; one of which something is left undone after its end is none. */
  public void learn(List<String> receiptNos) {
    for (String number : receiptNos) {
      Map<String, List<Object[]>> rows = new LinkedHashMap<>();
      tables.forEach((table, condition) -> rows.put(table, read(table, condition, number)));
      boolean undone =
          count("ACT_HI_PROCINST", "BUSINESS_KEY_ = ? and END_TIME_ is null", number) > 0;
      boolean runs =
          tables.containsKey(CASE)
              ? count(CASE, "receipt_no = ? and closed_at is null", number) > 0
              : undone;
      if (runs == undone) {
        (runs ? open : ended).add(new Rows(number, runs, rows));
      }
    }
  }

  private int count(String table, String condition, String number) {
    return jdbc.queryForObject(
        "select count(*) from " + table + " where " + condition, Integer.class, number);
  }

  private List<Object[]> read(String table, String condition, String number) {
    return jdbc.query(
        "select * from " + table + " where " + condition,
        (row, n) -> {
          ResultSetMetaData meta = row.getMetaData();
          List<String> names = columns.computeIfAbsent(table, name -> names(meta));
          Object[] values = new Object[names.size()];
          for (int at = 0; at < values.length; at++) {
            int column = row.findColumn(names.get(at));
            values[at] =
                isZoned(meta, column)
                    ? row.getObject(column, OffsetDateTime.class)
                    : row.getObject(column);
          }
          return values;
        },
        number);
  }

  private static boolean isZoned(ResultSetMetaData meta, int column) throws SQLException {
    String type = meta.getColumnTypeName(column).toLowerCase();
    return type.contains("zone") || type.equals("timestamptz");
  }

  private static List<String> names(ResultSetMetaData meta) {
    try {
      List<String> names = new ArrayList<>();
      for (int at = 1; at <= meta.getColumnCount(); at++) {
        if (!meta.getColumnName(at).equalsIgnoreCase(NUMBERED)) {
          names.add(meta.getColumnName(at));
        }
      }
      return names;
    } catch (SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
