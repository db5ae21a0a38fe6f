package io.onewindow.face;

import java.net.http.HttpRequest.BodyPublishers;

/** Somebody who has opened a page of the application and not signed in. */
public final class Stranger {

  private static final String PAGE = "/camunda/app/welcome/default/";

  private final Face face;
  private final WebSession browser;

  public Stranger(Face face) {
    this.face = face;
    browser = new WebSession(face);
  }

  /** Whether that endpoint answers, be it that what was sent does not suit it. */
  public boolean isAnswered(Endpoint endpoint) {
    return !OpenEndpoints.isClosed(ask(endpoint).status());
  }

  private Answer ask(Endpoint endpoint) {
    String path = OpenEndpoints.filled(endpoint.path());
    String body = endpoint.reads() ? null : "{}";
    if (endpoint.isOnScreens()) {
      // with the token of a page that is open, or every change would be refused for want of it
      browser.get(PAGE);
      return browser.send(endpoint.method(), path, body);
    }
    return face.send(
        face.request(null, path)
            .header("Content-Type", "application/json")
            .method(
                endpoint.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }
}
