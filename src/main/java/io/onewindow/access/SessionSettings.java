package io.onewindow.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our own default for sessions of the screens.
 *
 * @param longest after which a session ends, however busy it is
 */
@ConfigurationProperties("onewindow.session")
record SessionSettings(@DefaultValue("12h") Duration longest) {}
