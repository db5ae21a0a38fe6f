package io.onewindow.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose password was set by somebody else. */
@Repository
class InitialPasswords {

  private final JdbcClient jdbc;

  InitialPasswords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean has(String account) {
    return jdbc.sql("select count(*) from ow_initial_password where user_id = ?")
            .param(account)
            .query(Long.class)
            .single()
        > 0;
  }

  void set(String account) {
    forget(account);
    jdbc.sql("insert into ow_initial_password (user_id) values (?)").param(account).update();
  }

  void forget(String account) {
    jdbc.sql("delete from ow_initial_password where user_id = ?").param(account).update();
  }
}
