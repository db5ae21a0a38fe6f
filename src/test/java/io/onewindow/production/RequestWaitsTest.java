package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** People wait for the database no longer than is bearable, background work as long as it takes. */
class RequestWaitsTest {

  private final DataSource pool = mock(DataSource.class);
  private final Connection connection = mock(Connection.class);
  private final AtomicBoolean started = new AtomicBoolean(true);
  private final RequestWaits waits =
      new RequestWaits(pool, Duration.ofMillis(3500), Duration.ofSeconds(30), started::get);

  @BeforeEach
  void thereIsAConnection() throws SQLException {
    when(pool.getConnection()).thenReturn(connection);
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

  private static void inARequest() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
  }
}
