package io.onewindow.access;

import io.onewindow.casefile.material.TestFiles;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.WebSession;
import io.onewindow.story.Applications;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.Map;

/** Everybody's way in: HTTP Basic, or a session of the screens. */
final class Callers {

  private final Face face;
  private final Map<Role, WebSession> sessions = new EnumMap<>(Role.class);

  Callers(Face face) {
    this.face = face;
    for (Role role : Role.values()) {
      sessions.put(
          role,
          role.person() == null ? new WebSession(face) : WebSession.atWelcome(face, role.person()));
    }
  }

  Told ask(Role role, AccessRow row, TriedCase tried) {
    String path = tried.fill(row.path(), role);
    String body = row.body() == null ? null : tried.fill(row.body(), role);
    String marker = row.marker() == null ? null : tried.fill(row.marker(), role);
    Told told = told(role, row, path, body, marker);
    if (row.changes() && told == Told.YES) {
      tried.hasChanged();
    }
    return told;
  }

  /** One failure must not hide what the others would be told. */
  private Told told(Role role, AccessRow row, String path, String body, String marker) {
    try {
      return Told.by(send(role, row, path, body), marker);
    } catch (AssertionError failed) {
      return Told.BROKEN;
    }
  }

  private Answer send(Role role, AccessRow row, String path, String body) {
    if (row.isOnScreens()) {
      WebSession session = sessions.get(role);
      return row.method().equals("UPLOAD")
          ? session.upload(path, TestFiles.pdf(body))
          : session.send(row.method(), path, body);
    }
    HttpRequest.Builder request = face.request(role.person(), path);
    return face.send(
        switch (row.method()) {
          case "DEPLOY" -> deployment(request, body);
          case "UPLOAD" ->
              request
                  .header("Content-Type", "application/octet-stream")
                  .POST(BodyPublishers.ofByteArray(TestFiles.pdf(body)));
          case "START" ->
              request
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", body)
                  .POST(BodyPublishers.ofString(application()));
          default ->
              request
                  .header("Content-Type", "application/json")
                  .method(row.method(), publisher(body));
        });
  }

  private static BodyPublisher publisher(String body) {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }

  private String application() {
    return face.text(
        Map.of(
            "service",
            "company-registration",
            "jurisdiction",
            "ningyang",
            "form",
            Applications.with(Applications.tradingCompany(), Map.of("taxChoice", "now"))));
  }

  private static HttpRequest.Builder deployment(HttpRequest.Builder request, String id) {
    String file =
        """
        --limit\r
        Content-Disposition: form-data; name="data"; filename="%1$s.bpmn"\r
        \r
        %2$s\r
        --limit--\r
        """
            .formatted(id, TriedCase.spareModel(id));
    return request
        .header("Content-Type", "multipart/form-data; boundary=limit")
        .POST(BodyPublishers.ofString(file));
  }
}
