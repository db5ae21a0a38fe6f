package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The engine's interfaces say in their own shape that the database is away, whoever noticed it. */
class PlainErrorFilterTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SQLException GONE = new SQLException("terminating connection", "57P01");

  @Test
  void aCommandOfTheEngineHasFailed() throws ServletException, IOException {
    isToldThatTheDatabaseIsAway(
        (request, response) -> {
          FailureInterceptor.remember(new ProcessEngineException("persistence", GONE));
          ((HttpServletResponse) response).setStatus(500);
        });
  }

  @Test
  void somethingOnTheWayThereHasFailed() throws ServletException, IOException {
    isToldThatTheDatabaseIsAway(
        (request, response) -> {
          throw new IllegalStateException("who is calling", GONE);
        });
  }

  private static void isToldThatTheDatabaseIsAway(FilterChain chain)
      throws ServletException, IOException {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    new PlainErrorFilter(JSON, mock(HistoryService.class))
        .doFilter(new MockHttpServletRequest("GET", "/engine-rest/task"), answer, chain);
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    JsonNode body = JSON.readTree(answer.getContentAsByteArray());
    assertThat(body.path("problem").asText()).isEqualTo("database-away");
    assertThat(body.path("message").asText()).startsWith("系统暂时连不上数据库");
  }
}
