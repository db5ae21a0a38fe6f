package io.onewindow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A browser in which one person has signed in to Tasklist and asks what Tasklist asks. */
final class SignedInClerk {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
  private static final String FILTER = "/camunda/api/engine/engine/default/filter/";

  private final String address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

  SignedInClerk(int port, String person, String password) {
    address = "http://localhost:" + port;
    send(request(TASKLIST).GET());
    send(
        request(LOGIN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=" + person + "&password=" + password)));
    // the new session has a token of its own
    send(request(TASKLIST).GET());
  }

  /**
   * The first page of a filter's list, with its count and what its cards show.
   *
   * @param narrowed further criteria in JSON, each followed by a comma: what is typed into the
   *     search above the list
   */
  String page(String filter, String narrowed, int size) {
    return ask(
        filter + "/list?firstResult=0&maxResults=" + size,
        "{"
            + narrowed
            + "\"active\":true,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}",
        "application/hal+json");
  }

  String count(String filter) {
    return ask(filter + "/count", "{\"active\":true}", "application/json");
  }

  private String ask(String path, String body, String kind) {
    return send(
        request(FILTER + path)
            .header("Content-Type", "application/json")
            .header("Accept", kind)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    return request;
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.uri() + " " + answer.statusCode() + answer.body());
      }
      return answer.body();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
