package io.onewindow.production;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A node's role may add to the records and nothing else. Who owns a table, or can become its owner,
 * switches its guard off; so whoever takes over a node must not find such a role there.
 */
final class AppendOnlyRole {

  /**
   * Owners are whoever can become one, superusers among them; the owner of the schema drops what
   * lies in it. Which tables are records is told by their guard, the trigger ow_append_only.
   */
  private static final String CAN_CHANGE_RECORDS =
      """
      select exists (
        select from pg_class t join pg_namespace s on s.oid = t.relnamespace
        where s.nspname = current_schema() and t.relkind in ('r', 'p')
          and (pg_has_role(t.relowner, 'MEMBER')
            or pg_has_role(s.nspowner, 'MEMBER')
            or exists (
                select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'ow_append_only')
              and (has_any_column_privilege(t.oid, 'UPDATE')
                or has_table_privilege(t.oid, 'DELETE, TRUNCATE, TRIGGER'))))
      """;

  private AppendOnlyRole() {}

  static List<String> refusals(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CAN_CHANGE_RECORDS)) {
      row.next();
      return row.getBoolean(1)
          ? List.of(
              "spring.datasource.username：数据库用户 "
                  + connection.getMetaData().getUserName()
                  + " 能改动审计记录或关闭对它的保护（是超级用户、表的所有者，或多授了权限）；"
                  + "节点应以 deploy/roles.sql 授权的 onewindow_node 连接（SPRING_DATASOURCE_USERNAME），"
                  + "做法见 docs/operations.md“数据库用户”。")
          : List.of();
    }
  }
}
