package io.onewindow.engine;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has what is written down for others be on disk before it can be seen, also where a job writes it:
 * who is told of it under a number must not be told again under another one after a crash.
 */
@Component
public class AwaitedCommit {

  private final JdbcTemplate jdbc;
  private final boolean jobsDoNotWait;

  AwaitedCommit(
      JdbcTemplate jdbc, @Qualifier(JobConnections.POOL) ObjectProvider<DataSource> ofJobs) {
    this.jdbc = jdbc;
    this.jobsDoNotWait = ofJobs.getIfAvailable() != null;
  }

  /** Of the transaction at hand. */
  public void require() {
    if (jobsDoNotWait && JobThread.isCurrent()) {
      // back to what the server is set to, which may be more than on
      jdbc.execute("set local synchronous_commit to default");
    }
  }
}
