package io.onewindow.department;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import java.net.URI;
import java.net.http.HttpRequest;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks for something at the moment the web server opens its port. */
@Component
class FirstRequest {

  private final Face face;
  private Answer answer;

  FirstRequest(Face face) {
    this.face = face;
  }

  @EventListener
  void send(WebServerInitializedEvent opened) {
    String filters = "http://localhost:" + opened.getWebServer().getPort() + "/engine-rest/filter";
    answer =
        face.send(
            HttpRequest.newBuilder(URI.create(filters))
                .header("Authorization", Face.basic("hkLeader:onewindow")));
  }

  Answer answer() {
    return answer;
  }
}
