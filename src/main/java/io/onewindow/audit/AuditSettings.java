package io.onewindow.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param unattended whether this node seals by itself
 * @param every how long it rests when there is nothing to seal
 */
@ConfigurationProperties("onewindow.audit")
record AuditSettings(boolean unattended, Duration every) {}
