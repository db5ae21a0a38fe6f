package io.onewindow.production;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One person's browser, for which all nodes are one address. */
final class Browser {

  private final Map<String, String> cookies = new TreeMap<>();

  HttpResponse<String> get(Node node, String path) {
    return send(node, node.request(path).GET());
  }

  /** Asks for a page as one does who follows a link. */
  HttpResponse<String> open(Node node, String path) {
    return send(node, node.request(path).header("Accept", "text/html,*/*").GET());
  }

  HttpResponse<String> post(Node node, String path, String type, String body) {
    HttpRequest.Builder request = node.request(path).header("Content-Type", type);
    if (cookies.containsKey("XSRF-TOKEN")) {
      request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
    }
    return send(node, request.POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> signIn(Node node, String person) {
    return signIn(node, person, TwoNodesIT.PASSWORD);
  }

  HttpResponse<String> signIn(Node node, String person, String password) {
    get(node, "/camunda/app/tasklist/default/");
    return post(
        node,
        "/camunda/api/admin/auth/user/default/login/tasklist",
        "application/x-www-form-urlencoded",
        "username=" + person + "&password=" + password);
  }

  private HttpResponse<String> send(Node node, HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer = node.send(request);
    answer.headers().allValues("Set-Cookie").stream()
        .flatMap(line -> HttpCookie.parse(line).stream())
        .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
    return answer;
  }
}
