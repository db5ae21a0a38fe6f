package io.onewindow.casefile.progress;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our own defaults for opening progress pages.
 *
 * @param triesPerReceipt how often a query code may be tried for one number within the window
 * @param triesPerAddress how often from one address, for whatever number
 * @param window after which tries are forgotten
 * @param open how long a page that was opened stays open
 */
@ConfigurationProperties("onewindow.progress")
record ProgressSettings(
    @DefaultValue("10") int triesPerReceipt,
    @DefaultValue("30") int triesPerAddress,
    @DefaultValue("15m") Duration window,
    @DefaultValue("30m") Duration open) {}
