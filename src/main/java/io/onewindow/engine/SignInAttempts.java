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
 * Counts tries to sign in, in the database, so that every node knows of them. For its account a try
 * is counted before its password is looked at: a hundred at the same moment are not a hundred free
 * ones. For its address only what was wrong is counted: a hall shares one, all its people come at
 * the same moment when a node has started, and what a node had in hand when it died nobody would
 * take back.
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

  /** A password is going to be looked at. */
  void begin(String account) {
    count(account(account));
  }

  /** It was wrong. */
  void fail(String address) {
    count(address(address));
  }

  /** It was right, or an administrator lets the account try again. */
  void forgive(String account) {
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
