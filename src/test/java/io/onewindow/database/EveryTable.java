package io.onewindow.database;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Looks through everything that stands in the database. */
public final class EveryTable {

  private static final String TABLES =
      "select table_name from information_schema.tables"
          + " where table_type = 'BASE TABLE' and upper(table_schema) = 'PUBLIC'";

  private EveryTable() {}

  /**
   * The columns with such a text in any row, in small letters as {@code table.column}; bytes are
   * read as UTF-8.
   *
   * @param isMeant asked for a column and each text in it
   */
  public static SortedSet<String> columns(JdbcTemplate jdbc, BiPredicate<String, String> isMeant) {
    SortedSet<String> found = new TreeSet<>();
    for (String table : jdbc.queryForList(TABLES, String.class)) {
      RowCallbackHandler look = row -> look(table, row, isMeant, found);
      jdbc.query("select * from \"" + table + "\"", look);
    }
    return found;
  }

  /** Whether one of those stands in the text. */
  public static boolean mentions(String text, List<String> secrets) {
    return secrets.stream().anyMatch(text::contains);
  }

  private static void look(
      String table, ResultSet row, BiPredicate<String, String> isMeant, SortedSet<String> found)
      throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int number = 1; number <= columns.getColumnCount(); number++) {
      String column = (table + "." + columns.getColumnName(number)).toLowerCase(Locale.ROOT);
      String text = text(row, number);
      if (text != null && isMeant.test(column, text)) {
        found.add(column);
      }
    }
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return row.getObject(column) instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : row.getString(column);
  }
}
