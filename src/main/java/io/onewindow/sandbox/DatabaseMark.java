package io.onewindow.sandbox;

import io.onewindow.problem.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Tells the database of drills from every other by a mark, before anything else reads or writes it.
 * A drill begins in an empty hall: what an earlier one left is thrown away here, results excepted;
 * a database without the mark is never touched. A database with it serves drills only.
 */
final class DatabaseMark implements BeanPostProcessor {

  static final String SCHEMA = "DRILL";
  private static final String MARK = "MARK";

  private final Environment environment;

  DatabaseMark(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    boolean embedded =
        environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:");
    if (bean instanceof DataSource database && embedded) {
      try (Connection connection = database.getConnection()) {
        check(connection);
      } catch (SQLException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    }
    return bean;
  }

  private void check(Connection connection) throws SQLException {
    boolean drill = environment.acceptsProfiles(Profiles.of(StartGate.PROFILE));
    boolean marked = !tables(connection, SCHEMA, MARK).isEmpty();
    List<String> found = tables(connection, "PUBLIC", null);
    if (!drill && marked) {
      throw new StartRefused(
          "spring.datasource.url：这是演练用的数据库，里面的办件都是演练，不能用于办件；请换一个数据库，或者以 sandbox 启动。");
    }
    if (drill && !marked && !found.isEmpty()) {
      throw new StartRefused("onewindow.data-dir：其中的数据库没有演练标记，可能存有真实办件，演练不使用、也没有改动它；请换一个空的目录。");
    }
    if (drill && !marked) {
      mark(connection);
    } else if (drill) {
      empty(connection, found);
    }
  }

  private static void mark(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema " + SCHEMA);
      statement.execute("create table DRILL.MARK (purpose varchar(16) not null primary key)");
      statement.execute("insert into DRILL.MARK (purpose) values ('演练')");
      statement.execute(
          """
          create table DRILL.RESULT (
            id varchar(36) not null primary key,
            trainee varchar(64) not null,
            ended_at timestamp(3) with time zone not null,
            content clob not null)
          """);
    }
  }

  private static void empty(Connection connection, List<String> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("drop table PUBLIC.\"" + table + "\" cascade");
      }
      for (String sequence : sequences(statement)) {
        statement.execute("drop sequence PUBLIC.\"" + sequence + "\"");
      }
    }
  }

  private static List<String> sequences(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select sequence_name from information_schema.sequences"
                + " where sequence_schema = 'PUBLIC'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static List<String> tables(Connection connection, String schema, String name)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        connection.getMetaData().getTables(null, schema, name, new String[] {"TABLE"})) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME"));
      }
    }
    return names;
  }
}
