package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser that is sent to and fro between a node, behind its proxy, and the platform. */
final class PlatformBrowser {

  private static final int MOST_REDIRECTS = 12;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final Node node;

  PlatformBrowser(Node node) {
    this.node = node;
  }

  /** Opens a page of the node and signs in at the platform when it is sent there. */
  HttpResponse<String> signIn(String path, String login) {
    HttpResponse<String> atPlatform = open(path);
    assertThat(atPlatform.uri().getPath())
        .as(atPlatform.uri() + atPlatform.body())
        .isEqualTo("/login");
    String form =
        "username="
            + URLEncoder.encode(login, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(IdentityPlatform.PASSWORD, StandardCharsets.UTF_8);
    return follow(
        send(
            HttpRequest.newBuilder(atPlatform.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
  }

  /** Opens a page and goes wherever it leads. */
  HttpResponse<String> open(String path) {
    return follow(get(path));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).header("Accept", "text/html,*/*").GET());
  }

  HttpResponse<String> post(String path, String json) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    String token = cookies.getOrDefault(authority(request("/")), Map.of()).get("XSRF-TOKEN");
    if (token != null) {
      request.header("X-XSRF-TOKEN", token);
    }
    return send(request.POST(BodyPublishers.ofString(json)));
  }

  String cookieNames() {
    return cookies.toString();
  }

  private HttpRequest.Builder request(String path) {
    return node.request(path).header("X-Forwarded-Port", String.valueOf(node.port()));
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    HttpResponse<String> answer = first;
    for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
      // the proxy that ends TLS
      URI behindProxy = URI.create(next.toString().replaceFirst("^https:", "http:"));
      HttpRequest.Builder request =
          behindProxy.getPort() == node.port()
              ? request(
                  behindProxy.getRawPath()
                      + (behindProxy.getRawQuery() == null ? "" : "?" + behindProxy.getRawQuery()))
              : HttpRequest.newBuilder(behindProxy);
      answer = send(request.header("Accept", "text/html").GET());
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    Map<String, String> jar =
        cookies.computeIfAbsent(authority(request), authority -> new TreeMap<>());
    if (!jar.isEmpty()) {
      request.setHeader(
          "Cookie",
          jar.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").stream()
          .flatMap(line -> HttpCookie.parse(line).stream())
          .forEach(cookie -> jar.put(cookie.getName(), cookie.getValue()));
      return answer;
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String authority(HttpRequest.Builder request) {
    return request.copy().build().uri().getAuthority();
  }
}
