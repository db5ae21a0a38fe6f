package io.onewindow.database;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each application context an empty database: H2 in memory, or, with {@code
 * -Donewindow.test.database=postgresql}, a database on PostgreSQL.
 */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Whether this run is the one on PostgreSQL. */
  public static boolean isPostgres() {
    return "postgresql".equals(System.getProperty("onewindow.test.database"));
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (isPostgres()) {
      TestPropertyValues.of(
              "spring.datasource.url=" + Postgres.newDatabase(),
              "spring.datasource.username=" + Postgres.USER)
          .applyTo(context);
    }
  }
}
