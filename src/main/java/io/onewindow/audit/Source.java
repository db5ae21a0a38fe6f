package io.onewindow.audit;

import java.util.Arrays;
import java.util.List;

/**
 * A record that is sealed. The columns are those that the seal covers, in their order, and must not
 * change, or every earlier seal would seem broken. A column that is added to the table later is
 * named apart: what was sealed before it was there, or by a node of the release before, was sealed
 * without it and holds as it is.
 */
enum Source {
  EVENTS(
      "ow_audit",
      "id, event, receipt_no, jurisdiction, process_instance_id, activity_id, task_id, actor,"
          + " detail, face, address, happened_at",
      "",
      "detail"),
  ACTS(
      "ow_action",
      "id, action, receipt_no, jurisdiction, process_instance_id, activity_id, task_id, task_name,"
          + " actor, on_behalf_of, from_whom, to_whom, reason, face, address, happened_at",
      "",
      "reason"),
  CLOCKS(
      "ow_clock_event",
      "id, process_instance_id, clock_id, kind, happened_at, actor, reason, notice_no, old_due,"
          + " new_due",
      "face, address",
      "reason"),
  MATERIALS(
      "ow_material_event",
      "id, receipt_no, material_id, file_id, kind, happened_at, actor, note",
      "face, address",
      "note");

  private final String table;
  private final String columns;
  private final String later;
  private final String words;

  Source(String table, String columns, String later, String words) {
    this.table = table;
    this.columns = columns;
    this.later = later;
    this.words = words;
  }

  String table() {
    return table;
  }

  /** Columns under the seal, as SQL. */
  String columns() {
    return later.isEmpty() ? columns : columns + ", " + later;
  }

  /** The column that holds what people wrote. */
  String words() {
    return words;
  }

  /** What those words are sealed for, where they are. */
  String place() {
    return table + "." + words;
  }

  /** Columns that every seal covers, whichever release made it. */
  List<String> firstColumns() {
    return names(columns);
  }

  /** Columns that the seals of earlier releases do not cover. */
  List<String> laterColumns() {
    return names(later);
  }

  /** All of them. */
  List<String> columnNames() {
    return names(columns());
  }

  private static List<String> names(String columns) {
    return columns.isEmpty() ? List.of() : Arrays.asList(columns.split(", *"));
  }

  /** The source that is written as this in the chain. */
  static Source of(String table) {
    return Arrays.stream(values())
        .filter(one -> one.table.equals(table))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no record " + table));
  }
}
