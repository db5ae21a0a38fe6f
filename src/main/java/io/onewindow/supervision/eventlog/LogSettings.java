package io.onewindow.supervision.eventlog;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code onewindow.event-log}.
 *
 * @param pseudonymKey at least 32 bytes in Base64; blank to derive one from the secret of papers
 * @param folder where logs asked for on the page are written
 * @param keep how long they stay there
 */
@ConfigurationProperties("onewindow.event-log")
record LogSettings(String pseudonymKey, Path folder, Duration keep) {}
