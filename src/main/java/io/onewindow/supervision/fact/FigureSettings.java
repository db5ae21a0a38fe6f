package io.onewindow.supervision.fact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the figures are kept up to date.
 *
 * @param unattended whether this node takes in by itself what happens
 * @param every how long it rests when there is nothing to take in
 */
@ConfigurationProperties("onewindow.figures")
record FigureSettings(boolean unattended, Duration every) {}
