package io.onewindow.promise;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a re-dating works.
 *
 * @param casesPerBatch cases that move in one transaction; a stop takes effect between two
 * @param unattended whether this process re-dates provisional clocks by itself; commands do not
 * @param lookEvery how often to look whether another process loaded a notice
 */
@ConfigurationProperties("onewindow.redating")
record RedatingSettings(
    @DefaultValue("100") int casesPerBatch,
    @DefaultValue("true") boolean unattended,
    @DefaultValue("1m") Duration lookEvery) {}
