package io.onewindow.supervision.metrics;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.OpenLights;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the machines that watch over a node may read, and what they read there. */
@FaceTest
class MetricsIT {

  private static final String FIGURES = "/actuator/prometheus";
  private static final Pattern NAME = Pattern.compile("[a-z]+(?:_[a-z]+)+(?=[{\\[)\"]|$)");

  @Autowired private Hall hall;
  @Autowired private Face face;
  @Autowired private Projection projection;
  @Autowired private OpenLights lights;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private Answer with(String token) {
    return face.send(face.request(null, FIGURES).header("Authorization", token).GET());
  }

  @Test
  void opensOnlyToTheToken() {
    assertThat(face.get(null, FIGURES).status()).isEqualTo(401);
    assertThat(face.get("admin", FIGURES).status()).isEqualTo(401);
    Answer wrong = with("Bearer onewindov");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("metrics-token");
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(with("Bearer onewindow").status()).isEqualTo(200);
  }

  @Test
  void saysNothingOfTheInsideBesidesUpAndDown() {
    Answer health = face.get(null, "/actuator/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().path("status").asText()).isEqualTo("UP");
    assertThat(health.json().has("components")).isFalse();
    for (String closed : List.of("", "/env", "/beans", "/heapdump", "/loggers", "/metrics")) {
      assertThat(face.get("admin", "/actuator" + closed).status()).as(closed).isEqualTo(404);
    }
  }

  @Test
  void countsOpenCasesByLight() {
    hall.itIs("2026-09-15T09:00");
    projection.catchUp();
    OpenLights.Key green = new OpenLights.Key("hekou", "green");
    int before = lights.now().getOrDefault(green, 0);
    hall.starts("hkClerk", "company-registration", tradingCompany());
    projection.catchUp();
    assertThat(lights.now().get(green)).isEqualTo(before + 1);
    assertThat(lights.keys()).contains(green);
  }

  @Test
  void givesEveryFigureThatTheDashboardShows() throws IOException {
    String figures = with("Bearer onewindow").body();
    JsonNode dashboard = new ObjectMapper().readTree(new File("deploy/grafana-dashboard.json"));
    List<String> shown =
        dashboard.findValuesAsText("expr").stream()
            .flatMap(expression -> NAME.matcher(expression).results())
            .map(MatchResult::group)
            .filter(name -> !name.equals("histogram_quantile"))
            .distinct()
            .toList();
    assertThat(shown).contains("onewindow_cases_open", "http_server_requests_seconds_bucket");
    assertThat(shown).allSatisfy(name -> assertThat(figures).contains("\n" + name));
  }
}
