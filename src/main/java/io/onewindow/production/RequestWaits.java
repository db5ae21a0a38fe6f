package io.onewindow.production;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
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

  /** How long a request has waited in vain or for connections so far, in nanoseconds. */
  static final String WAITED = RequestWaits.class.getName();

  /** The connection that a request was given last. */
  private static final String GIVEN = WAITED + ".given";

  /** Whoever cannot be served hears so within six seconds, whatever was waited for. */
  private static final Duration TOLD_WITHIN = Duration.ofMillis(5500);

  /** A database that works has answered by then, in milliseconds. */
  private static final int LEAST = 500;

  private final Duration forATurn;
  private final int ofRequests;
  private final int inBackground;
  private final BooleanSupplier started;
  private final LongSupplier nanos;

  /**
   * @param forATurn how long connections are waited for while all are at work, by one request for
   *     all it needs
   * @param ofRequests how long a request over HTTP waits for one answer
   * @param inBackground how long all else does
   * @param started whether the application has
   * @param nanos the time, by no particular clock
   */
  RequestWaits(
      DataSource database,
      Duration forATurn,
      Duration ofRequests,
      Duration inBackground,
      BooleanSupplier started,
      LongSupplier nanos) {
    super(database);
    this.forATurn = forATurn;
    this.ofRequests = Math.toIntExact(ofRequests.toMillis());
    this.inBackground = Math.toIntExact(inBackground.toMillis());
    this.started = started;
    this.nanos = nanos;
  }

  /**
   * A connection that a request was given.
   *
   * @param itself not the pool's wrapping, which is closed when it goes back
   * @param at in nanoseconds
   */
  private record Given(Connection itself, long at) {}

  @Override
  public Connection getConnection() throws SQLException {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      Connection connection = inTurn(null);
      return started.getAsBoolean() ? bounded(connection, inBackground) : connection;
    }
    noteLost(request);
    Connection connection = inTurn(request);
    Given given = new Given(connection.unwrap(Connection.class), nanos.getAsLong());
    request.setAttribute(GIVEN, given, SCOPE_REQUEST);
    long left = TOLD_WITHIN.minusNanos(waitedBefore(request)).toMillis();
    return bounded(connection, (int) Math.max(LEAST, Math.min(ofRequests, left)));
  }

  /** Who asks once more after a connection has died has waited as long as that was at work. */
  private void noteLost(RequestAttributes request) throws SQLException {
    Given last = (Given) request.getAttribute(GIVEN, SCOPE_REQUEST);
    if (last != null && last.itself().isClosed()) {
      request.removeAttribute(GIVEN, SCOPE_REQUEST);
      noteWaited(request, waitedBefore(request) + nanos.getAsLong() - last.at());
    }
  }

  /**
   * @param request a request needs several connections, one after the other: for its sign-in, for
   *     its work; null in the background
   */
  private Connection inTurn(RequestAttributes request) throws SQLException {
    if (hasNoTimeLeft(request)) {
      throw new SQLTransientConnectionException("this request has waited long enough");
    }
    long begun = nanos.getAsLong() - waitedBefore(request);
    while (true) {
      try {
        Connection connection = super.getConnection();
        noteWaited(request, nanos.getAsLong() - begun);
        return connection;
      } catch (SQLTransientConnectionException none) {
        noteWaited(request, nanos.getAsLong() - begun);
        if (nanos.getAsLong() - begun >= forATurn.toNanos() || !allAreAtWork()) {
          throw none;
        }
      }
    }
  }

  /** If it waited for a connection once more, whoever asked would be told too late. */
  private boolean hasNoTimeLeft(RequestAttributes request) throws SQLException {
    Duration waited = Duration.ofNanos(waitedBefore(request));
    if (waited.isZero()) {
      return false;
    }
    HikariDataSource pool = unwrap(HikariDataSource.class);
    return waited.plusMillis(pool.getConnectionTimeout()).compareTo(TOLD_WITHIN) > 0
        && pool.getHikariPoolMXBean().getIdleConnections() == 0;
  }

  private static long waitedBefore(RequestAttributes request) {
    Object waited = request == null ? null : request.getAttribute(WAITED, SCOPE_REQUEST);
    return waited == null ? 0 : (Long) waited;
  }

  private static void noteWaited(RequestAttributes request, long nanos) {
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
