package io.onewindow.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the clocks of several nodes are kept together; our own defaults.
 *
 * @param tolerance by how much a node's clock may differ from the database's
 * @param compareEvery how often the two are compared
 */
@ConfigurationProperties("onewindow.clock")
record DatabaseTimeSettings(
    @DefaultValue("1s") Duration tolerance, @DefaultValue("5s") Duration compareEvery) {}
