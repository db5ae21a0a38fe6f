package io.onewindow.casefile.retention;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data outlives its case. The law asks for the shortest time the purpose needs
 * (个人信息保护法第十九条) and archives law may ask for more; the defaults are our own.
 *
 * @param unattended whether this node clears by itself
 * @param lookEvery how long it rests when no case's time is up
 * @param keep from the day a case ended, by service; {@code default} for those not named
 * @param creditRecords from the day a 失信记录 was entered, whatever becomes of its case
 */
@ConfigurationProperties("onewindow.retention")
record RetentionSettings(
    boolean unattended,
    Duration lookEvery,
    @DefaultValue Map<String, Period> keep,
    Period creditRecords) {

  private static final String DEFAULT = "default";

  RetentionSettings {
    if (!keep.containsKey(DEFAULT)) {
      throw new IllegalArgumentException("onewindow.retention.keep.default 没有设置，例如 P10Y。");
    }
    keep.forEach((service, period) -> check("keep." + service, period));
    check("credit-records", creditRecords);
  }

  private static void check(String name, Period period) {
    if (period == null || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "onewindow.retention." + name + " 应为正的期间，例如 P10Y；现为 " + period + "。");
    }
  }

  Period of(String service) {
    return keep.getOrDefault(service, keep.get(DEFAULT));
  }
}
