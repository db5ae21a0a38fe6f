package io.onewindow.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.story.StoryTest;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The run on PostgreSQL is one, and every table is there. */
@StoryTest
@OnBothDatabases
class DatabaseTest {

  @Autowired private DataSource database;
  @Autowired private JdbcClient jdbc;
  @Autowired private Flyway flyway;

  @Test
  void isTheDatabaseThatThisRunIsFor() throws SQLException {
    try (var connection = database.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName())
          .isEqualTo(TestDatabase.isPostgres() ? "PostgreSQL" : "H2");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "onewindow.test.database", matches = "postgresql")
  void writesToTheDiskAsARealOneDoes() {
    assertThat(setting("fsync")).isEqualTo("on");
    assertThat(setting("synchronous_commit")).isEqualTo("on");
    assertThat(setting("full_page_writes")).isEqualTo("on");
  }

  @Test
  void hasOurTablesAndTheEnginesInOneSchema() {
    assertThat(flyway.info().pending()).isEmpty();
    assertThat(flyway.info().applied()).isNotEmpty();
    List<String> tables =
        jdbc.sql(
                "select lower(table_name) from information_schema.tables"
                    + " where lower(table_schema) = 'public'")
            .query(String.class)
            .list();
    assertThat(tables).contains("act_ru_task", "act_hi_procinst", "act_id_user", "ow_case");
  }

  private String setting(String name) {
    return jdbc.sql("select current_setting(?)").param(name).query(String.class).single();
  }
}
