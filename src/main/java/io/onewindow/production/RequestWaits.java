package io.onewindow.production;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Lets nobody wait for one answer of the database longer than is bearable: where the way to it has
 * gone dead, nobody is told and the answer never comes. People wait less long than work in the
 * background; a node that starts waits for the other one to be done, however long that takes.
 */
final class RequestWaits extends DelegatingDataSource {

  private final int ofRequests;
  private final int inBackground;
  private final BooleanSupplier started;

  /**
   * @param ofRequests how long a request over HTTP waits for one answer
   * @param inBackground how long all else does
   * @param started whether the application has
   */
  RequestWaits(
      DataSource database, Duration ofRequests, Duration inBackground, BooleanSupplier started) {
    super(database);
    this.ofRequests = Math.toIntExact(ofRequests.toMillis());
    this.inBackground = Math.toIntExact(inBackground.toMillis());
    this.started = started;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    if (RequestContextHolder.getRequestAttributes() != null) {
      return bounded(connection, ofRequests);
    }
    return started.getAsBoolean() ? bounded(connection, inBackground) : connection;
  }

  /** The pool sets it back when the connection returns. */
  private static Connection bounded(Connection connection, int longest) throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, longest);
      return connection;
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
  }
}
