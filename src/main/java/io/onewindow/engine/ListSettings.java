package io.onewindow.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the engine's lists may be.
 *
 * @param longest entries that one answer holds at most; our own default
 */
@ConfigurationProperties("onewindow.lists")
record ListSettings(@DefaultValue("" + SCREENS_ASK) int longest) {

  /** Tasklist asks for so many filters at once, Cockpit for so many definitions of jobs. */
  static final int SCREENS_ASK = 2000;

  ListSettings {
    if (longest < SCREENS_ASK) {
      throw new IllegalArgumentException(
          "onewindow.lists.longest 应不小于 " + SCREENS_ASK + "：任务列表和监控台的页面一次取这么多。");
    }
  }
}
