package io.onewindow.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * How large a played month is; our own defaults.
 *
 * @param cases how many come in
 * @param seed of everything that is left to chance
 */
@Profile("demo")
@ConfigurationProperties("onewindow.demo.month")
record MonthSettings(@DefaultValue("300") int cases, @DefaultValue("20260101") long seed) {

  MonthSettings {
    if (cases < 1) {
      throw new IllegalArgumentException("onewindow.demo.month.cases：应为大于0的整数，现为 " + cases);
    }
  }
}
