package io.onewindow.production;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL of a release that no test starts; nobody listens at its address. */
final class PretendedServer implements AutoCloseable {

  private final int version;
  private final Driver driver = mock();

  PretendedServer(int version) throws SQLException {
    this.version = version;
    DatabaseMetaData about = mock();
    when(about.getDatabaseMajorVersion()).thenReturn(version);
    Connection connection = mock();
    when(connection.getMetaData()).thenReturn(about);
    when(driver.connect(eq(url()), any())).thenReturn(connection);
    DriverManager.registerDriver(driver);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:1/release" + version;
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(driver);
  }
}
