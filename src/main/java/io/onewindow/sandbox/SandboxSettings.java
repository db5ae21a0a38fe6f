package io.onewindow.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * How a drill goes; all of it our own defaults.
 *
 * @param unattended whether the clock goes by itself
 * @param every how often it is moved
 * @param workingDay how long a working day takes to begin with
 * @param calendar jurisdiction whose office hours the clock keeps to
 * @param seed of everything that is left to chance
 * @param points what a perfect drill earns for each goal
 * @param deduction points that each breach of law costs
 */
@Profile("sandbox")
@ConfigurationProperties("onewindow.sandbox")
record SandboxSettings(
    @DefaultValue("true") boolean unattended,
    @DefaultValue("200ms") Duration every,
    @DefaultValue("10m") Duration workingDay,
    @DefaultValue("liaocheng") String calendar,
    @DefaultValue("20260401") long seed,
    @DefaultValue Points points,
    @DefaultValue("10") int deduction) {

  /**
   * @param promise for limits kept
   * @param work for what the exercise trains: told at once, or decided rightly
   * @param lawful for breaking no law
   */
  record Points(
      @DefaultValue("40") int promise,
      @DefaultValue("30") int work,
      @DefaultValue("30") int lawful) {}

  SandboxSettings {
    DrillClock.requirePace(workingDay);
    if (points.promise() < 0 || points.work() < 0 || points.lawful() < 0 || deduction < 0) {
      throw new IllegalArgumentException("onewindow.sandbox.points、deduction：分值不得为负数");
    }
  }
}
