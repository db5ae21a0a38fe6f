package io.onewindow.faults;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was in the database before. */
record Before(Set<String> cases, Set<String> completedTasks, Set<String> incidents) {

  static Before of(JdbcClient database) {
    return new Before(
        all(database, "select receipt_no from ow_case"),
        all(database, "select ID_ from ACT_HI_TASKINST where DELETE_REASON_ = 'completed'"),
        all(database, "select ID_ from ACT_RU_INCIDENT"));
  }

  private static Set<String> all(JdbcClient database, String sql) {
    return new HashSet<>(database.sql(sql).query(String.class).list());
  }
}
