package io.onewindow.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;

/** What lies with the database is told from what lies with the request, in words that help. */
class DatabaseAwayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"08001", "08006", "57P01", "57P02", "57P03", "25P03", "53300", "25006", "90067"})
  void aDatabaseThatIsAwayIsWaitedFor(String state) {
    Problem problem = DatabaseAway.in(wrapped(new SQLException("FATAL", state)));
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("database-away");
    assertThat(problem.getMessage()).contains("请稍候再试", "先刷新看看是否已经办成");
  }

  @Test
  void soIsAPoolWithoutAFreeConnection() {
    Throwable noneFree = new SQLTransientConnectionException("request timed out after 2000ms");
    assertThat(DatabaseAway.in(wrapped(noneFree)).code()).isEqualTo("database-away");
  }

  @Test
  void soIsAConnectionThatThePoolHasClosedMeanwhile() {
    Throwable closed =
        new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
    assertThat(DatabaseAway.in(wrapped(closed)).code()).isEqualTo("database-away");
  }

  @Test
  void aFullDiskIsForTheOperatorsToKnow() {
    Problem problem = DatabaseAway.in(wrapped(new SQLException("could not extend file", "53100")));
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("database-full");
    assertThat(problem.getMessage()).contains("磁盘已满", "请告知运维人员");
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "40001", "42P01", "57014"})
  void whatLiesWithTheRequestIsNotTakenForIt(String state) {
    assertThat(DatabaseAway.in(wrapped(new SQLException("refused", state)))).isNull();
  }

  @Test
  void otherFailuresAreNot() {
    assertThat(DatabaseAway.in(new IllegalStateException("any other", new IOException()))).isNull();
    assertThat(DatabaseAway.in(null)).isNull();
  }

  @Test
  void aProgramGetsAProblemDocument() throws ServletException, IOException {
    MockHttpServletResponse answer = answered(new MockHttpServletRequest("POST", "/api/v1/cases"));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
        .contains("\"code\":\"database-away\"", "\"title\":\"暂时不能服务\"", "\"message\":\"系统")
        .doesNotContain("FATAL");
  }

  @Test
  void aPersonGetsAPage() throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/calendar.html");
    request.addHeader("Accept", "text/html,application/xhtml+xml");
    MockHttpServletResponse answer = answered(request);
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getContentType()).startsWith("text/html");
    assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
        .contains("<h1>暂时不能服务</h1>", "系统暂时连不上数据库");
  }

  @Test
  void whatIsNoneOfItGoesOn() {
    IllegalStateException other = new IllegalStateException("any other");
    assertThatThrownBy(
            () ->
                filter()
                    .doFilter(
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse(),
                        (request, response) -> {
                          throw other;
                        }))
        .isSameAs(other);
  }

  private static MockHttpServletResponse answered(MockHttpServletRequest request)
      throws ServletException, IOException {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    answer.setHeader("X-Content-Type-Options", "nosniff");
    filter()
        .doFilter(
            request,
            answer,
            (asked, response) -> {
              response.getWriter().print("half an answer");
              throw wrapped(new SQLException("FATAL", "57P03"));
            });
    return answer;
  }

  private static DatabaseAwayFilter filter() {
    return new DatabaseAwayFilter(new ObjectMapper());
  }

  private static RuntimeException wrapped(Throwable cause) {
    return new IllegalStateException("not done", new IllegalStateException(cause));
  }
}
