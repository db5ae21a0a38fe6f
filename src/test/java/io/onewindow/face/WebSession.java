package io.onewindow.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A browser in which one person uses the web applications: cookies, and the CSRF token. */
public final class WebSession {

  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";

  private final Face face;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public WebSession(Face face) {
    this.face = face;
  }

  /** Opens Tasklist's sign-in page and signs in. */
  public static WebSession of(Face face, String person) {
    WebSession session = new WebSession(face);
    assertThat(session.signIn(person, "onewindow").status()).isEqualTo(200);
    return session;
  }

  /** For people who have no task list. */
  public static WebSession atWelcome(Face face, String person) {
    WebSession session = new WebSession(face);
    assertThat(session.signIn(person, "onewindow", "welcome").status()).isEqualTo(200);
    return session;
  }

  public Answer signIn(String person, String password) {
    return signIn(person, password, "tasklist");
  }

  private Answer signIn(String person, String password, String application) {
    get("/camunda/app/tasklist/default/");
    Answer answer =
        Face.send(
            client,
            withToken(LOGIN + application)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + person + "&password=" + password))
                .build());
    // the new session has a token of its own
    get("/camunda/app/tasklist/default/");
    return answer;
  }

  public Answer get(String path) {
    return Face.send(client, HttpRequest.newBuilder(face.uri(path)).GET().build());
  }

  public Answer post(String path, Object body) {
    return Face.send(
        client,
        withToken(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(face.text(body)))
            .build());
  }

  /**
   * @param json is sent as it is; null for nothing
   */
  public Answer send(String method, String path, String json) {
    return Face.send(
        client,
        withToken(path)
            .header("Content-Type", "application/json")
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build());
  }

  /** Sends a file as it is. */
  public Answer upload(String path, byte[] content) {
    return Face.send(
        client,
        withToken(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content))
            .build());
  }

  /** Posts as another site would make the browser do: with its cookies, without the token. */
  public Answer forge(String path, byte[] content) {
    return Face.send(
        client,
        HttpRequest.newBuilder(face.uri(path))
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content))
            .build());
  }

  /**
   * Posts with this browser's cookies and with that token instead of its own.
   *
   * @param token null for none
   */
  public Answer forge(String path, Object body, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(face.uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(face.text(body)));
    return Face.send(
        client, (token == null ? request : request.header("X-XSRF-TOKEN", token)).build());
  }

  /** The cookie by which the server knows this browser again; empty if it has given none. */
  public String sessionCookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .findFirst()
        .orElse("");
  }

  /** The header lines that this browser would send: its cookies, and the CSRF token. */
  public List<String> credentials() {
    Map<String, String> held = new LinkedHashMap<>();
    cookies.getCookieStore().getCookies().forEach(one -> held.put(one.getName(), one.getValue()));
    List<String> pairs =
        held.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
    return List.of(
        "Cookie: " + String.join("; ", pairs), "X-XSRF-TOKEN: " + held.get("XSRF-TOKEN"));
  }

  private HttpRequest.Builder withToken(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(face.uri(path));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    return request;
  }
}
