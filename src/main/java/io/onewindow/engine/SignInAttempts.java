package io.onewindow.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts tries to sign in, in the database, so that every node knows of them. A try is counted
 * before its password is looked at: a hundred at the same moment are not a hundred free ones.
 */
@Repository
class SignInAttempts {

  private final JdbcClient jdbc;
  private final AccountSettings settings;
  private final Clock time;

  SignInAttempts(JdbcClient jdbc, AccountSettings settings, Clock time) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
  }

  /** Whether the account or the address has no try left for now. */
  boolean areUsedUp(String account, String address) {
    return jdbc.sql(
                "select count(*) from ow_sign_in_attempt where window_end > ?"
                    + " and (subject = ? and tries >= ? or subject = ? and tries >= ?)")
            .params(
                now(),
                account(account),
                settings.triesPerAccount(),
                address(address),
                settings.triesPerAddress())
            .query(Long.class)
            .single()
        > 0;
  }

  void count(String account, String address) {
    count(account(account));
    count(address(address));
  }

  /** The password was right: neither the account's tries nor this one count any longer. */
  void forgive(String account, String address) {
    jdbc.sql("delete from ow_sign_in_attempt where subject = ?").param(account(account)).update();
    jdbc.sql("update ow_sign_in_attempt set tries = tries - 1 where subject = ? and tries > 0")
        .param(address(address))
        .update();
  }

  /** An administrator lets the account try again. */
  void unlock(String account) {
    jdbc.sql("delete from ow_sign_in_attempt where subject = ?").param(account(account)).update();
  }

  private void count(String subject) {
    if (!countedOn(subject) && !begun(subject)) {
      countedOn(subject);
    }
  }

  private boolean countedOn(String subject) {
    return jdbc.sql(
                "update ow_sign_in_attempt set tries = tries + 1"
                    + " where subject = ? and window_end > ?")
            .params(subject, now())
            .update()
        > 0;
  }

  /** A new window begins; false if another request began it at the same moment. */
  private boolean begun(String subject) {
    jdbc.sql("delete from ow_sign_in_attempt where window_end <= ?").param(now()).update();
    try {
      return jdbc.sql(
                  "insert into ow_sign_in_attempt (subject, tries, window_end) values (?, 1, ?)")
              .params(subject, now().plus(settings.window()))
              .update()
          > 0;
    } catch (DuplicateKeyException sameMoment) {
      return false;
    }
  }

  private OffsetDateTime now() {
    return time.instant().atOffset(ZoneOffset.UTC);
  }

  private static String account(String id) {
    return digest("account " + id);
  }

  private static String address(String address) {
    return digest("address " + address);
  }

  /** Of fixed length, whatever somebody writes where a name is asked for. */
  private static String digest(String subject) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(subject.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
