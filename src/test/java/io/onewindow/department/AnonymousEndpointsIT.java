package io.onewindow.department;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Endpoint;
import io.onewindow.face.Endpoints;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.OpenEndpoints;
import io.onewindow.face.Stranger;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every mapping of the running application is asked for by nobody: what answers is exactly what the
 * committed list allows. A new endpoint is closed, or this test says so. Where people sign in at a
 * platform PlatformSignInIT asks, in a drill DrillPageIT.
 */
@FaceTest
class AnonymousEndpointsIT {

  @Autowired private Face face;
  @Autowired private Map<String, RequestMappingInfoHandlerMapping> mappings;

  @Test
  void onlyTheListedAnswerToNobody() throws IOException {
    List<Endpoint> all = new ArrayList<>(new Endpoints(mappings).ours());
    all.addAll(Endpoints.engines());
    all.addAll(Endpoints.screens());
    OpenEndpoints.assertAsListed(
        all, new Stranger(face)::isAnswered, "everywhere", "accounts", "demonstration");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/no-such-thing",
    "GET, /api/v1/limits/no-such-thing",
    "POST, /api/v1/limits",
    "DELETE, /api/v1/calendars/liaocheng/2026",
    "GET, /api/v2/cases",
    "GET, /api",
    "GET, /api/v1/%63ases",
    "GET, /api;x/v1/cases",
    "GET, /x/../api/v1/cases",
  })
  void whatNobodyHasListedAsksForASignIn(String method, String path) {
    Answer answer = face.send(face.request(null, path).method(method, BodyPublishers.noBody()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("login-required");
  }

  @Test
  void whoHasSignedInIsToldThatThereIsNoSuchThing() {
    assertThat(face.get("nyClerk", "/api/v1/no-such-thing").status()).isEqualTo(404);
  }
}
