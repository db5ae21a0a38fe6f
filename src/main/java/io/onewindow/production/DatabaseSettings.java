package io.onewindow.production;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Real cases are kept in PostgreSQL. */
final class DatabaseSettings {

  private static final String URL = "spring.datasource.url";
  private static final String USER = "spring.datasource.username";
  private static final String PASSWORD = "spring.datasource.password";

  /** Of the H2 file that the default settings use. */
  private static final String DEFAULT_USER = "sa";

  private DatabaseSettings() {}

  static List<String> refusals(Environment environment) {
    List<String> refusals = new ArrayList<>();
    if (!environment.getProperty(URL, "").startsWith("jdbc:postgresql:")) {
      refusals.add(
          URL
              + "：正式环境须使用 PostgreSQL，不能使用 H2 等其他数据库；应为"
              + " jdbc:postgresql://主机:5432/库名（SPRING_DATASOURCE_URL）。");
    }
    String user = environment.getProperty(USER, "");
    if (user.isBlank() || user.equals(DEFAULT_USER)) {
      refusals.add(USER + "：未设置数据库用户（SPRING_DATASOURCE_USERNAME）。");
    }
    if (environment.getProperty(PASSWORD, "").isBlank()) {
      refusals.add(PASSWORD + "：未设置数据库密码（SPRING_DATASOURCE_PASSWORD）。");
    }
    return refusals;
  }
}
