package io.onewindow.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Component;

/**
 * The application as outside programs meet it. Whatever is asked of it, no answer is a server error
 * and no refusal lets a reader see the inside of the program.
 */
@Component
public class Face {

  private static final String PORT = "local.server.port";
  private static final String[] INSIDE = {
    "Exception", "org.camunda", "io.onewindow", "java.", "select ", "SELECT ", "\tat "
  };

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Environment environment;

  Face(Environment environment) {
    this.environment = environment;
  }

  /** Of an application in another process on this machine. */
  public static Face at(int port) {
    return new Face(new MockEnvironment().withProperty(PORT, String.valueOf(port)));
  }

  /**
   * @param person who signs in, null for nobody
   */
  public Answer get(String person, String path) {
    return send(request(person, path).GET());
  }

  /**
   * @param body is sent as JSON
   */
  public Answer post(String person, String path, Object body) {
    return postText(person, path, text(body));
  }

  public Answer postText(String person, String path, String body) {
    return send(
        request(person, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /**
   * @param body is sent as JSON
   */
  public Answer put(String person, String path, Object body) {
    return send(
        request(person, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(text(body))));
  }

  /** A request to that path, signed by that person; null for nobody. */
  public HttpRequest.Builder request(String person, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return person == null ? request : request.header("Authorization", basic(person + ":onewindow"));
  }

  public Answer send(HttpRequest.Builder request) {
    return send(client, request.build());
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + environment.getRequiredProperty(PORT) + path);
  }

  static Answer send(HttpClient client, HttpRequest request) {
    try {
      Answer answer =
          Answer.of(client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
      assertThat(answer.status()).as(answer.toString()).isLessThan(500);
      if (answer.status() >= 400) {
        assertThat(answer.body()).as(answer.toString()).doesNotContain(INSIDE);
      }
      return answer;
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  public String text(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A variable of a class, written as the engine's interface reads it. */
  public static Map<String, Object> object(String type, String format, String value) {
    return Map.of(
        "type",
        "Object",
        "value",
        value,
        "valueInfo",
        Map.of("objectTypeName", type, "serializationDataFormat", format));
  }

  public static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
