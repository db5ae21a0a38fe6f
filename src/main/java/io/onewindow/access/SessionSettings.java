package io.onewindow.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our own defaults for sessions of the screens; that there are such limits is asked for by GB/T
 * 22239-2019, 8.1.4.1.
 *
 * @param longest after which a session ends, however busy it is
 * @param perPerson how many one person may have at the same time where all nodes share them; who
 *     signs in once more ends the oldest
 */
@ConfigurationProperties("onewindow.session")
record SessionSettings(@DefaultValue("12h") Duration longest, @DefaultValue("3") int perPerson) {

  SessionSettings {
    if (perPerson < 1) {
      throw new IllegalArgumentException("onewindow.session.per-person 应不小于 1。");
    }
  }
}
