package io.onewindow.production;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Lets a person wait for one answer of the database no longer than is bearable: where the way to it
 * has gone dead, nobody is told and the answer never comes. Work in the background may wait as long
 * as the connection's own {@code socketTimeout} says.
 */
final class RequestWaits extends DelegatingDataSource {

  private final int longest;

  /**
   * @param longest of one answer, to a request over HTTP
   */
  RequestWaits(DataSource database, Duration longest) {
    super(database);
    this.longest = Math.toIntExact(longest.toMillis());
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return RequestContextHolder.getRequestAttributes() == null ? connection : bounded(connection);
  }

  /** The pool sets it back when the connection returns. */
  private Connection bounded(Connection connection) throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, longest);
      return connection;
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
  }
}
