package io.onewindow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as the seal sees it: the same text whatever the database and its time zone.
 *
 * @param text columns in the order of {@link Source#columnNames()}, each with its length, so that
 *     nothing can move from one column to the next; those that were added later by name
 * @param earlierText without what was added later: so an earlier release sealed it
 */
record SealedRow(long entryNo, String id, String text, String earlierText) {

  static SealedRow of(Source source, ResultSet row) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (String column : source.firstColumns()) {
      parts.add(measured(value(column, row)));
    }
    String earlier = String.join("\n", parts);
    for (String column : source.laterColumns()) {
      parts.add(column + "=" + measured(value(column, row)));
    }
    return new SealedRow(
        row.getLong("entry_no"), row.getString("id"), String.join("\n", parts), earlier);
  }

  private static String measured(String value) {
    return value == null ? "-" : value.length() + ":" + value;
  }

  /** As it stands under the seal; instants in UTC. */
  static String value(String column, ResultSet row) throws SQLException {
    return column.endsWith("_at") || column.endsWith("_due")
        ? instant(row, column)
        : row.getString(column);
  }

  private static String instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant().toString();
  }
}
