package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node is not started with a role that can change what has been recorded. */
@OnPostgres
class AppendOnlyRoleIT {

  private static final String OWNER = "record_owner";
  private static final String NODE = "record_node";

  private String database;

  @BeforeEach
  void createRecordsOfAnOwner() throws SQLException {
    database = Postgres.newDatabase();
    as(
        Postgres.USER,
        "drop role if exists " + OWNER,
        "drop role if exists " + NODE,
        "create role " + OWNER + " login",
        "create role " + NODE + " login",
        "grant create on schema public to " + OWNER);
    as(
        OWNER,
        "create table ow_audit (entry_no bigint, detail varchar(9))",
        "create table ow_case (receipt_no varchar(9))",
        "create function refuse() returns trigger language plpgsql as 'begin return null; end'",
        "create trigger ow_append_only before update or delete or truncate on ow_audit"
            + " for each statement execute function refuse()",
        "grant select, insert on ow_audit to " + NODE,
        "grant select, insert, update, delete on ow_case to " + NODE);
  }

  @AfterEach
  void dropThem() {
    Postgres.drop(database);
  }

  @Test
  void aRoleThatAddsToTheRecordsOnlyIsTaken() throws SQLException {
    assertThat(refusals(NODE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {Postgres.USER, OWNER})
  void whoOwnsThemOrMayEverythingIsRefused(String role) throws SQLException {
    assertThat(refusals(role))
        .singleElement()
        .asString()
        .startsWith("spring.datasource.username：数据库用户 " + role + " 能改动审计记录");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant update on ow_audit to " + NODE,
        "grant update (detail) on ow_audit to " + NODE,
        "grant delete on ow_audit to " + NODE,
        "grant truncate on ow_audit to public",
        "grant trigger on ow_audit to " + NODE,
        "grant " + OWNER + " to " + NODE,
        "alter role " + NODE + " noinherit; grant " + OWNER + " to " + NODE,
        "alter role " + NODE + " superuser",
        "alter table ow_case owner to " + NODE,
        "alter schema public owner to " + NODE,
      })
  void soIsWhoWasGivenTooMuch(String mistake) throws SQLException {
    as(Postgres.USER, mistake);
    assertThat(refusals(NODE)).hasSize(1);
  }

  private List<String> refusals(String role) throws SQLException {
    try (Connection connection = connect(role)) {
      return AppendOnlyRole.refusals(connection);
    }
  }

  private void as(String role, String... statements) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(database, role, "");
  }
}
