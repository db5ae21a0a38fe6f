package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nobody gets a longer list of the engine's than there may be, and who gets a part learns it. */
class BoundedListsTest {

  private final BoundedLists bounds = new BoundedLists(new ObjectMapper(), 3);
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private String asked;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, maxResults=3",
        "sortBy=name&nameLike=%25a, sortBy=name&nameLike=%25a&maxResults=3",
        "firstResult=7, firstResult=7&maxResults=3",
        "maxResults=2, maxResults=2",
        "maxResults=0&firstResult=1, maxResults=0&firstResult=1"
      })
  void theEngineIsAlwaysAskedForSoMany(String query, String bounded) throws Exception {
    answer("GET", "/engine-rest/task", query, "[]");
    assertThat(asked).isEqualTo(bounded);
    answer("POST", "/camunda/api/engine/engine/default/task", query, "[]");
    assertThat(asked).isEqualTo(bounded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maxResults=%zz",
        "maxResults=4",
        "maxResults=2147483648",
        "maxResults=-1",
        "maxResults=all",
        "maxResults=",
        "maxResults",
        "max%52esults=4",
        "maxResults=3&maxResults=4"
      })
  void whoWantsMoreIsRefused(String query) {
    assertThatThrownBy(() -> answer("POST", "/engine-rest/task", query, "[]"))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.fields())
                  .extracting(Problem.Field::key)
                  .containsExactly("maxResults");
            })
        .hasMessageContaining("应为 0 至 3 的整数")
        .hasMessageContaining("firstResult");
    assertThat(asked).isNull();
  }

  @Test
  void theEnginesMeasurementsComeByTheirOwnLength() throws Exception {
    var wide = new BoundedLists(new ObjectMapper(), 2000);
    answer(wide, "GET", "/engine-rest/metrics", "name=job-successful", "[]");
    assertThat(asked).isEqualTo("name=job-successful&maxResults=200");
    assertThatThrownBy(() -> answer(wide, "GET", "/engine-rest/metrics", "maxResults=201", "[]"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("应为 0 至 200 的整数");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, firstResult=3&maxResults=3",
        "firstResult=6&a=%20, a=%20&firstResult=9&maxResults=3"
      })
  void aFullListSaysWhereTheNextBegins(String query, String next) throws Exception {
    answer("GET", "/engine-rest/task", query, "[{\"a\": [1, 2]}, {}, \"三\"]");
    assertThat(response.getHeader("Link"))
        .isEqualTo("</engine-rest/task?" + next + ">; rel=\"next\"");
    assertThat(response.getContentAsString()).isEqualTo("[{\"a\": [1, 2]}, {}, \"三\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{}, {}]", "{\"a\": [1, 2, 3]}", "{\"a\": 1, \"b\": 2, \"c\": 3}", "[1, 2, 3"})
  void nothingElseDoes(String body) throws Exception {
    answer("GET", "/engine-rest/task", null, body);
    assertThat(response.getHeader("Link")).isNull();
    assertThat(response.getContentAsString()).isEqualTo(body);
  }

  @Test
  void aFileThatOnlyCallsItselfJsonIsHandedOutAsItIs() throws Exception {
    String deep = "[".repeat(2000) + "]".repeat(2000);
    answer("GET", "/engine-rest/task/x/variables/y/data", null, deep);
    assertThat(response.getContentAsString()).isEqualTo(deep);
  }

  @Test
  void whoAsksForAPageKnowsItsLength() throws Exception {
    answer("GET", "/engine-rest/task", "maxResults=3", "[1, 2, 3]");
    assertThat(response.getHeader("Link")).isNull();
  }

  @Test
  void listsOfOurOwnAreLeftAlone() throws Exception {
    answer("GET", "/camunda/api/cockpit/plugin/onewindow-figures/x", "size=20", "[1, 2, 3]");
    assertThat(asked).isEqualTo("size=20");
    answer("DELETE", "/engine-rest/task/x", null, "");
    assertThat(asked).isNull();
  }

  private void answer(String method, String path, String query, String body)
      throws ServletException, IOException {
    answer(bounds, method, path, query, body);
  }

  private void answer(BoundedLists lists, String method, String path, String query, String body)
      throws ServletException, IOException {
    var request = new MockHttpServletRequest(method, path);
    request.setQueryString(query);
    FilterChain engine =
        (bounded, held) -> {
          asked = ((HttpServletRequest) bounded).getQueryString();
          held.setContentType("application/json;charset=UTF-8");
          held.getOutputStream().write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
    lists.doFilter(request, response, engine);
    response.setContentType("application/json;charset=UTF-8");
  }
}
