package io.onewindow.production;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * The server must answer, be new enough, and let a node do no more than it needs, before anything
 * relies on it.
 */
final class DatabaseServer {

  private static final int OLDEST = 15;

  private DatabaseServer() {}

  /**
   * @param isNode whether people will be served; commands, which create the tables, may own them
   */
  static List<String> refusals(Environment environment, boolean isNode) {
    try (Connection connection =
        DriverManager.getConnection(
            environment.getRequiredProperty("spring.datasource.url"),
            environment.getRequiredProperty("spring.datasource.username"),
            environment.getRequiredProperty("spring.datasource.password"))) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        return List.of(
            "spring.datasource.url：数据库是 PostgreSQL " + version + "，须为 " + OLDEST + " 或更新的版本。");
      }
      return isNode ? AppendOnlyRole.refusals(connection) : List.of();
    } catch (SQLException unreachable) {
      return List.of(
          "spring.datasource.url：连不上数据库，或用户名、密码不对（SQLSTATE "
              + unreachable.getSQLState()
              + "）；请检查地址、网络和数据库是否已启动。");
    }
  }
}
