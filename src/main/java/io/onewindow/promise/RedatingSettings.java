package io.onewindow.promise;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a re-dating works.
 *
 * @param casesPerBatch cases that move in one transaction; a stop takes effect between two
 */
@ConfigurationProperties("onewindow.redating")
record RedatingSettings(@DefaultValue("100") int casesPerBatch) {}
