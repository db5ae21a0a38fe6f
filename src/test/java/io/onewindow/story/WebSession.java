package io.onewindow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a browser would send for one person: in a session of the web applications, or by Basic. */
public final class WebSession {

  private static final String PASSWORD = "onewindow";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String home;
  private final String basic;

  private WebSession(int port, String basic) {
    this.home = "http://localhost:" + port;
    this.basic = basic;
  }

  /** Somebody who has not signed in. */
  public static WebSession stranger(int port) {
    return new WebSession(port, null);
  }

  /** A program that signs in with each request. */
  public static WebSession basic(int port, String person) {
    byte[] credentials = (person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return new WebSession(port, "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  /** A person signed in to Tasklist. */
  public static WebSession signIn(int port, String person) {
    WebSession session = new WebSession(port, null);
    session.get("/camunda/app/tasklist/default/");
    HttpResponse<String> answer =
        session.send(
            session
                .request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "username="
                            + URLEncoder.encode(person, StandardCharsets.UTF_8)
                            + "&password="
                            + PASSWORD)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    session.get("/camunda/app/tasklist/default/");
    return session;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + path));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.setHeader("X-XSRF-TOKEN", token));
    return basic == null ? request : request.header("Authorization", basic);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new AssertionError(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
