package io.onewindow.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sessions that somebody else has ended, so that whoever worked in them is told why. Remembered on
 * all nodes for as long as a session may last.
 */
@Repository
class EndedSessions {

  private final JdbcClient jdbc;
  private final SessionSettings settings;
  private final Clock time;

  EndedSessions(JdbcClient jdbc, SessionSettings settings, Clock time) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
  }

  void remember(String session, WhyEnded why) {
    jdbc.sql("delete from ow_ended_session where ended_at < ?")
        .param(now().minus(settings.longest()))
        .update();
    try {
      jdbc.sql("insert into ow_ended_session (session, why, ended_at) values (?, ?, ?)")
          .params(digest(session), why.name(), now())
          .update();
    } catch (DuplicateKeyException endedByAnotherNode) {
      // one reason is enough
    }
  }

  /** Empty for one that is open, has run out or never was. */
  Optional<WhyEnded> why(String session) {
    return jdbc.sql("select why from ow_ended_session where session = ?")
        .param(digest(session))
        .query(String.class)
        .optional()
        .map(WhyEnded::valueOf);
  }

  private OffsetDateTime now() {
    return time.instant().atOffset(ZoneOffset.UTC);
  }

  /** Of fixed length, whatever a browser sends in its cookie. */
  private static String digest(String session) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(session.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
