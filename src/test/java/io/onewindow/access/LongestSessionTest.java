package io.onewindow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LongestSessionTest {

  private final LongestSession filter = new LongestSession(Duration.ofHours(12));

  @Test
  void endsASessionAfterTwelveHoursHoweverBusy() throws Exception {
    verify(after(Duration.ofHours(12).plusSeconds(1))).invalidate();
    verify(after(Duration.ofHours(12)), never()).invalidate();
  }

  @Test
  void letsThroughWhoHasNone() throws Exception {
    MockFilterChain chain = new MockFilterChain();
    MockHttpServletRequest request = new MockHttpServletRequest();
    filter.doFilter(request, new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).isSameAs(request);
    assertThat(request.getSession(false)).isNull();
  }

  private HttpSession after(Duration lasted) throws Exception {
    HttpSession session = mock(HttpSession.class);
    when(session.getCreationTime()).thenReturn(1_000L);
    when(session.getLastAccessedTime()).thenReturn(1_000L + lasted.toMillis());
    MockHttpServletRequest request =
        new MockHttpServletRequest() {
          @Override
          public HttpSession getSession(boolean create) {
            return session;
          }
        };
    MockFilterChain chain = new MockFilterChain();
    filter.doFilter(request, new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).isSameAs(request);
    return session;
  }
}
