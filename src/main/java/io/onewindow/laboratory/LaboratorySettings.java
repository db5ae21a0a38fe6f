package io.onewindow.laboratory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What experiments on the pages may cost; our own defaults. The command line knows none of this.
 *
 * @param atOnce how many run at the same time; they share the machine's processors
 * @param waiting how many may wait for their turn
 * @param longest after which a run is stopped
 * @param mostCases of one replication
 * @param mostReplications of one scenario
 * @param kept how many results are kept of each person; the oldest goes first
 * @param keptFor after which a result is deleted
 */
@ConfigurationProperties("onewindow.laboratory")
record LaboratorySettings(
    @DefaultValue("2") int atOnce,
    @DefaultValue("20") int waiting,
    @DefaultValue("10m") Duration longest,
    @DefaultValue("100000") int mostCases,
    @DefaultValue("200") int mostReplications,
    @DefaultValue("20") int kept,
    @DefaultValue("30d") Duration keptFor) {

  /** Threads of one run, so that all together are as many as there are processors. */
  int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / Math.max(1, atOnce));
  }
}
