package io.onewindow.production;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Lets nobody wait for one answer of the database longer than is bearable: where the way to it has
 * gone dead, nobody is told and the answer never comes. People wait less long than work in the
 * background; a node that starts waits for the other one to be done, however long that takes.
 *
 * <p>Who finds every connection at work for others waits for another turn. A pool that has fewer
 * has lost the database, and waiting does not help.
 */
final class RequestWaits extends DelegatingDataSource {

  private final Duration forATurn;
  private final int ofRequests;
  private final int inBackground;
  private final BooleanSupplier started;

  /**
   * @param forATurn how long a connection is waited for while all are at work
   * @param ofRequests how long a request over HTTP waits for one answer
   * @param inBackground how long all else does
   * @param started whether the application has
   */
  RequestWaits(
      DataSource database,
      Duration forATurn,
      Duration ofRequests,
      Duration inBackground,
      BooleanSupplier started) {
    super(database);
    this.forATurn = forATurn;
    this.ofRequests = Math.toIntExact(ofRequests.toMillis());
    this.inBackground = Math.toIntExact(inBackground.toMillis());
    this.started = started;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = inTurn();
    if (RequestContextHolder.getRequestAttributes() != null) {
      return bounded(connection, ofRequests);
    }
    return started.getAsBoolean() ? bounded(connection, inBackground) : connection;
  }

  private Connection inTurn() throws SQLException {
    long begun = System.nanoTime();
    while (true) {
      try {
        return super.getConnection();
      } catch (SQLTransientConnectionException none) {
        if (System.nanoTime() - begun >= forATurn.toNanos() || !allAreAtWork()) {
          throw none;
        }
      }
    }
  }

  private boolean allAreAtWork() throws SQLException {
    HikariDataSource pool = unwrap(HikariDataSource.class);
    return pool.getHikariPoolMXBean().getActiveConnections() >= pool.getMaximumPoolSize();
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
