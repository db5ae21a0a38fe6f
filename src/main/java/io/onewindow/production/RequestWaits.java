package io.onewindow.production;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestAttributes;
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

  /** How long a request has waited for connections so far, in nanoseconds. */
  static final String WAITED = RequestWaits.class.getName();

  /** Whoever cannot be served hears so within six seconds, whatever was waited for. */
  private static final Duration TOLD_WITHIN = Duration.ofMillis(5500);

  /** A database that works has answered by then, in milliseconds. */
  private static final int LEAST = 500;

  private final Duration forATurn;
  private final int ofRequests;
  private final int inBackground;
  private final BooleanSupplier started;

  /**
   * @param forATurn how long connections are waited for while all are at work, by one request for
   *     all it needs
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
      long left = TOLD_WITHIN.minusNanos(waitedBefore()).toMillis();
      return bounded(connection, (int) Math.max(LEAST, Math.min(ofRequests, left)));
    }
    return started.getAsBoolean() ? bounded(connection, inBackground) : connection;
  }

  private Connection inTurn() throws SQLException {
    long begun = System.nanoTime() - waitedBefore();
    while (true) {
      try {
        Connection connection = super.getConnection();
        noteWaited(System.nanoTime() - begun);
        return connection;
      } catch (SQLTransientConnectionException none) {
        if (System.nanoTime() - begun >= forATurn.toNanos() || !allAreAtWork()) {
          throw none;
        }
      }
    }
  }

  /** A request needs several connections, one after the other: for its sign-in, for its work. */
  private static long waitedBefore() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    Object waited = request == null ? null : request.getAttribute(WAITED, SCOPE_REQUEST);
    return waited == null ? 0 : (Long) waited;
  }

  private static void noteWaited(long nanos) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(WAITED, nanos, SCOPE_REQUEST);
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
