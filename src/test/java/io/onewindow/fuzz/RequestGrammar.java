package io.onewindow.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.face.Endpoint;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes requests to an endpoint, in which most is right and some is not. */
final class RequestGrammar {

  /**
   * A request as it goes over the wire.
   *
   * @param told the same for a person to read, shortened
   */
  record Request(byte[] bytes, String method, String told) {}

  private static final Pattern PLACE = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FROB", "get");
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-java-serialized-object",
          "application/octet-stream",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "multipart/mixed; boundary=\"",
          "application/json;charset=GBK",
          "application/json;charset=UTF-16",
          "application/json;charset=no-such",
          "application/hal+json",
          "*/*",
          "json",
          "application/",
          "x".repeat(4_000));
  private static final List<String> ACCEPTED =
      List.of("*/*", "application/xml", "text/html", "image/png", "x", "application/json;q=2");

  private final RandomGenerator random;
  private final BodyGrammar bodies;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, List<String>> known;

  /**
   * @param known real values for placeholders and parameters of that name
   */
  RequestGrammar(RandomGenerator random, Map<String, List<String>> known) {
    this.random = random;
    this.bodies = new BodyGrammar(random);
    this.known = known;
  }

  /**
   * @param queried whose keys the query's parameters may be named by
   * @param credentials header lines that say who is calling
   */
  Request next(Endpoint endpoint, Endpoint queried, List<String> credentials) {
    String method = random.nextInt(12) == 0 ? pick(METHODS) : endpoint.method();
    String path = path(endpoint) + query(endpoint, queried);
    boolean sends = !endpoint.reads() || random.nextInt(20) == 0;
    byte[] body = sends ? body(endpoint) : new byte[0];
    List<String> head = new ArrayList<>();
    head.add(method + " " + path + " HTTP/1.1");
    head.add("Host: localhost");
    head.add("Connection: close");
    head.addAll(credentials);
    head.add("Accept: " + (random.nextInt(10) == 0 ? pick(ACCEPTED) : "application/json, */*"));
    if (sends && random.nextInt(25) > 0) {
      head.add("Content-Type: " + (random.nextInt(10) == 0 ? pick(TYPES) : "application/json"));
    }
    return request(method, head, body);
  }

  private Request request(String method, List<String> head, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    boolean chunked = body.length > 0 && random.nextInt(10) == 0;
    head.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
    all.writeBytes(ascii(String.join("\r\n", head) + "\r\n\r\n"));
    if (chunked) {
      all.writeBytes(ascii(Integer.toHexString(body.length) + "\r\n"));
    }
    all.writeBytes(body);
    if (chunked) {
      all.writeBytes(ascii("\r\n0\r\n\r\n"));
    }
    String text = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
    return new Request(all.toByteArray(), method, String.join(" | ", head) + " " + text);
  }

  private byte[] body(Endpoint endpoint) {
    try {
      return Spoiler.spoilt(json.writeValueAsString(bodies.of(endpoint.body())), random);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private String path(Endpoint endpoint) {
    return PLACE
        .matcher(endpoint.path())
        .replaceAll(
            place -> {
              String name = place.group().replaceAll("[{}]", "").split(":")[0].strip();
              return java.util.regex.Matcher.quoteReplacement(segment(name));
            });
  }

  private String segment(String name) {
    List<String> real = known.getOrDefault(name, known.get("id"));
    if (name.equals("engineName") || name.equals("name") || random.nextInt(3) > 0) {
      return encoded(pick(real));
    }
    return random.nextInt(8) == 0 ? "%ff%C0%80" : encoded(Nasty.text(random));
  }

  private String query(Endpoint endpoint, Endpoint queried) {
    TreeSet<String> names = new TreeSet<>(endpoint.parameters());
    if (endpoint.reads() && queried != null) {
      names.addAll(bodies.keys(queried.body()));
    }
    if (names.isEmpty() && random.nextInt(4) > 0) {
      return "";
    }
    names.add("firstResult");
    names.add("maxResults");
    List<String> all = List.copyOf(names);
    StringBuilder query = new StringBuilder("?");
    for (int i = 1 + random.nextInt(Math.min(4, all.size())); i > 0; i--) {
      String name = pick(all);
      query.append(name).append('=').append(value(name)).append('&');
    }
    return query.substring(0, query.length() - 1);
  }

  private String value(String name) {
    if (known.containsKey(name) && random.nextInt(3) > 0) {
      return encoded(pick(known.get(name)));
    }
    return random.nextInt(12) == 0 ? "%zz" : encoded(Nasty.text(random));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
