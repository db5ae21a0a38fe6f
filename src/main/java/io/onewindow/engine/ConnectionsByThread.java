package io.onewindow.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives the threads that take and run jobs connections of their own. */
final class ConnectionsByThread extends DelegatingDataSource {

  private final DataSource ofJobs;

  ConnectionsByThread(DataSource ofRequests, DataSource ofJobs) {
    super(ofRequests);
    this.ofJobs = ofJobs;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return JobThread.isCurrent() ? ofJobs.getConnection() : super.getConnection();
  }
}
