package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** People wait for the database no longer than is bearable, background work as long as it takes. */
class RequestWaitsTest {

  private static final int SIZE = 20;

  private final DataSource pool = mock(DataSource.class);
  private final Connection connection = mock(Connection.class);
  private final Connection physical = mock(Connection.class);
  private final HikariDataSource hikari = mock(HikariDataSource.class);
  private final HikariPoolMXBean state = mock(HikariPoolMXBean.class);
  private final AtomicBoolean started = new AtomicBoolean(true);
  private final AtomicLong nanos = new AtomicLong();
  private final RequestWaits waits =
      new RequestWaits(
          pool,
          Duration.ofMinutes(1),
          Duration.ofMillis(3500),
          Duration.ofSeconds(30),
          started::get,
          nanos::get);

  @BeforeEach
  void thereIsAConnection() throws SQLException {
    when(pool.unwrap(HikariDataSource.class)).thenReturn(hikari);
    when(hikari.getMaximumPoolSize()).thenReturn(SIZE);
    when(hikari.getConnectionTimeout()).thenReturn(2000L);
    when(hikari.getHikariPoolMXBean()).thenReturn(state);
    when(state.getIdleConnections()).thenReturn(1);
    when(pool.getConnection()).thenReturn(connection);
    when(connection.unwrap(Connection.class)).thenReturn(physical);
  }

  @AfterEach
  void noRequestIsLeft() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void aRequestWaitsThatLong() throws SQLException {
    inARequest();
    assertThat(waits.getConnection()).isSameAs(connection);
    verify(connection).setNetworkTimeout(any(), eq(3500));
  }

  @Test
  void whoHasWaitedForItsTurnWaitsTheLessForAnAnswer() throws SQLException {
    inARequest();
    hasWaited(Duration.ofSeconds(4));
    waits.getConnection();
    verify(connection).setNetworkTimeout(any(), eq(1500));
  }

  @Test
  void whoseConnectionDiedWaitsTheLessForTheNextOne() throws SQLException {
    inARequest();
    waits.getConnection();
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    when(physical.isClosed()).thenReturn(true);
    waits.getConnection();
    verify(connection).setNetworkTimeout(any(), eq(2500));
  }

  @Test
  void whoseConnectionServedWellWaitsAsLongForTheNextOne() throws SQLException {
    inARequest();
    waits.getConnection();
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    waits.getConnection();
    verify(connection, times(2)).setNetworkTimeout(any(), eq(3500));
  }

  @Test
  void whatIsDoneInTheBackgroundWaitsLonger() throws SQLException {
    assertThat(waits.getConnection()).isSameAs(connection);
    verify(connection).setNetworkTimeout(any(), eq(30_000));
  }

  @Test
  void aNodeThatStartsWaitsForTheOtherOne() throws SQLException {
    started.set(false);
    assertThat(waits.getConnection()).isSameAs(connection);
    verify(connection, never()).setNetworkTimeout(any(), anyInt());
  }

  @Test
  void aBrokenConnectionGoesBackToThePool() throws SQLException {
    inARequest();
    SQLException broken = new SQLException("broken", "08006");
    doThrow(broken).when(connection).setNetworkTimeout(any(), anyInt());
    assertThatThrownBy(waits::getConnection).isSameAs(broken);
    verify(connection).close();
  }

  @Test
  void whoFindsAllConnectionsAtWorkWaitsForAnotherTurn() throws SQLException {
    when(pool.getConnection()).thenThrow(none()).thenReturn(connection);
    connectionsAtWork(SIZE);
    assertThat(waits.getConnection()).isSameAs(connection);
  }

  @Test
  void aPoolThatHasLostConnectionsIsNotWaitedFor() throws SQLException {
    SQLException none = none();
    when(pool.getConnection()).thenThrow(none).thenReturn(connection);
    connectionsAtWork(SIZE - 1);
    assertThatThrownBy(waits::getConnection).isSameAs(none);
  }

  @Test
  void nobodyWaitsForEver() throws SQLException {
    SQLException none = none();
    when(pool.getConnection()).thenThrow(none).thenReturn(connection);
    connectionsAtWork(SIZE);
    RequestWaits hasty =
        new RequestWaits(
            pool, Duration.ZERO, Duration.ZERO, Duration.ZERO, started::get, nanos::get);
    assertThatThrownBy(hasty::getConnection).isSameAs(none);
  }

  @Test
  void aRequestThatHasHadItsTurnsWaitsForNoOther() throws SQLException {
    SQLException none = none();
    connectionsAtWork(SIZE);
    inARequest();
    hasWaited(Duration.ofSeconds(1));
    when(pool.getConnection()).thenThrow(none).thenReturn(connection);
    assertThat(waits.getConnection()).isSameAs(connection);
    hasWaited(Duration.ofMinutes(1));
    assertThatThrownBy(waits::getConnection).hasMessageContaining("waited long enough");
  }

  @Test
  void whoHasNoTimeToWaitIsNotAskedTo() throws SQLException {
    inARequest();
    hasWaited(Duration.ofMillis(3501));
    connectionsAtWork(SIZE);
    assertThatThrownBy(waits::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    verify(pool, never()).getConnection();
  }

  private static void hasWaited(Duration so) {
    RequestContextHolder.currentRequestAttributes()
        .setAttribute(RequestWaits.WAITED, so.toNanos(), SCOPE_REQUEST);
  }

  private static SQLException none() {
    return new SQLTransientConnectionException("not available, request timed out");
  }

  private void connectionsAtWork(int some) {
    when(state.getActiveConnections()).thenReturn(some);
    when(state.getIdleConnections()).thenReturn(0);
  }

  private static void inARequest() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
  }
}
