package io.onewindow.production;

import io.onewindow.database.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database's role that nodes connect as, made as docs/operations.md says. */
public final class NodeRole {

  static final String NAME = "onewindow_node";
  private static final Path GRANTS = Path.of("deploy/roles.sql");

  private NodeRole() {}

  /** Once for each server; it may do nothing yet. */
  public static void create(String database) {
    asOwner(
        database,
        "do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login; end if; end $$"
            .formatted(NAME));
  }

  /** After every create-schema. */
  public static void grant(String database) {
    create(database);
    try {
      asOwner(database, Files.readString(GRANTS));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static void asOwner(String database, String sql) {
    try (Connection owner = DriverManager.getConnection(database, Postgres.USER, "");
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new AssertionError(refused);
    }
  }

  /** What the database says to a statement that the role may not do. */
  static String refusal(String database, String sql) {
    try (Connection role = DriverManager.getConnection(database, NAME, "");
        Statement statement = role.createStatement()) {
      statement.execute(sql);
      throw new AssertionError("was done: " + sql);
    } catch (SQLException refused) {
      return refused.getMessage();
    }
  }

  static long count(String database, String table) {
    try (Connection role = DriverManager.getConnection(database, NAME, "");
        Statement statement = role.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException refused) {
      throw new AssertionError(refused);
    }
  }
}
