package io.onewindow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.onewindow.OneWindowApplication;
import io.onewindow.problem.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;

/** A drill and real cases never share a database. */
class ApartTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--spring.datasource.url=jdbc:postgresql://localhost/onewindow|演练只使用自己的数据库",
        "--spring.datasource.url=jdbc:h2:file:./data/onewindow|演练只使用自己的数据库",
        "--spring.mail.host=smtp.example.cn|不向任何人发送邮件",
        "--onewindow.exchange.systems.nytax.address=https://tax.example.cn|不向任何部门的系统推送",
        "--spring.profiles.active=sandbox,prod|不能与正式环境 prod 同时启用"
      })
  void aDrillDoesNotStartWithWhatIsNotItsOwn(String setting, String refusal) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> start("--spring.profiles.active=sandbox", setting))
        .withMessageContaining(refusal);
  }

  @Test
  void aDrillDoesNotStartBesideTheDatabaseOfCases() throws Exception {
    Files.createFile(folder.resolve("onewindow.mv.db"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> start("--spring.profiles.active=sandbox"))
        .withMessageContaining("有办件系统的数据库");
  }

  @Test
  void aDatabaseWithoutTheMarkIsNeitherUsedNorTouched() throws Exception {
    execute("create table OW_CASE (RECEIPT_NO varchar(32)); insert into OW_CASE values ('1')");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> open("sandbox"))
        .withMessageContaining("没有演练标记");
    assertThat(count("select count(*) from OW_CASE")).isEqualTo(1);
    assertThat(count("select count(*) from information_schema.schemata where schema_name='DRILL'"))
        .isZero();
  }

  @Test
  void aDrillBeginsInAnEmptyHallAndKeepsResults() throws Exception {
    open("sandbox");
    execute("create sequence LEFT_OVER");
    execute("create table OW_CASE (RECEIPT_NO varchar(32))");
    execute("insert into DRILL.RESULT values ('1', 'nyClerk', current_timestamp, '{}')");
    assertThatNoException().isThrownBy(() -> open("sandbox"));
    assertThat(count("select count(*) from information_schema.tables where table_schema='PUBLIC'"))
        .isZero();
    assertThat(count("select count(*) from DRILL.RESULT")).isEqualTo(1);
  }

  @Test
  void theDatabaseOfADrillIsGoodForNothingElse() throws Exception {
    open("sandbox");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> open("demo"))
        .withMessageContaining("这是演练用的数据库");
  }

  private void start(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--onewindow.data-dir=" + folder;
    new SpringApplicationBuilder(OneWindowApplication.class).web(WebApplicationType.NONE).run(all);
  }

  private void open(String profile) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profile);
    environment.setProperty("spring.datasource.url", url());
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url());
    new DatabaseMark(environment).postProcessAfterInitialization(database, "dataSource");
  }

  private String url() {
    return "jdbc:h2:file:" + folder + "/drill";
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url())) {
      connection.createStatement().execute(statement);
    }
  }

  private long count(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
