package io.onewindow.promise;

import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.StoryTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who may re-date over HTTP, and how refusals are worded. */
@StoryTest
@OnBothDatabases
@Import({OfficeHoursChange.class, RedatingInTest.class})
@AutoConfigureMockMvc
class RedatingApiTest {

  private static final String RUNS = "/api/v1/redatings";
  private static final String WANTED = "{\"jurisdictions\":[\"ningyang\"],\"reason\":\"冬季办公时间\"}";

  @Autowired private MockMvc http;

  @Test
  void asksStrangersToSignIn() throws Exception {
    http.perform(post(RUNS).contentType(MediaType.APPLICATION_JSON).content(WANTED))
        .andExpect(status().isUnauthorized())
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
        .andExpect(jsonPath("$.detail").value(startsWith("请先登录")));
  }

  @Test
  void refusesOfficers() throws Exception {
    http.perform(as("nySupervisor", post(RUNS).content(WANTED)))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value("重新计算期限须由系统管理员办理。"));
  }

  @Test
  void refusesUnknownRunsAndPlacesAndMissingReasons() throws Exception {
    http.perform(as("admin", get(RUNS + "/none"))).andExpect(status().isNotFound());
    http.perform(as("admin", post(RUNS + "/none/application"))).andExpect(status().isNotFound());
    http.perform(as("admin", post(RUNS).content("{\"jurisdictions\":[\"x\"],\"reason\":\"y\"}")))
        .andExpect(status().isBadRequest());
    http.perform(as("admin", post(RUNS).content("{}"))).andExpect(status().isBadRequest());
  }

  @Test
  void previewsAndRefusesWhatDoesNotFitTheState() throws Exception {
    String made =
        http.perform(as("admin", post(RUNS).content(WANTED)))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.state").value("PREVIEW"))
            .andExpect(jsonPath("$.counts.clocks").isNumber())
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    String run = RUNS + "/" + JsonPath.read(made, "$.id");
    http.perform(as("admin", get(run))).andExpect(status().isOk());
    http.perform(as("admin", post(run + "/stop"))).andExpect(status().isConflict());
    http.perform(as("admin", post(run + "/continuation"))).andExpect(status().isConflict());
    http.perform(as("admin", post(run + "/application"))).andExpect(status().isAccepted());
    http.perform(as("admin", post(run + "/application"))).andExpect(status().isConflict());
  }

  private static MockHttpServletRequestBuilder as(
      String person, MockHttpServletRequestBuilder request) {
    byte[] secret = (person + ":onewindow").getBytes(StandardCharsets.UTF_8);
    return request
        .contentType(MediaType.APPLICATION_JSON)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret));
  }
}
