package io.onewindow.supervision.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param token what a scraper must send as bearer token; without one nobody is let in
 * @param refresh how long a counted figure is given out again before the database is asked anew
 */
@ConfigurationProperties("onewindow.metrics")
record MetricsSettings(String token, Duration refresh) {}
