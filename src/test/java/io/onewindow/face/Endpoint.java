package io.onewindow.face;

import java.lang.reflect.Type;
import java.util.Set;

/**
 * One way into the running application.
 *
 * @param path with placeholders, e.g. {@code /engine-rest/task/{id}/complete}
 * @param body what its JSON body is read as; null where it reads none
 * @param parameters names of its query parameters, as far as they are declared
 */
public record Endpoint(String method, String path, Type body, Set<String> parameters) {

  /** Whether it belongs to the screens: a session leads in, not HTTP Basic. */
  public boolean isOnScreens() {
    return path.startsWith("/camunda/");
  }

  /** Asked by machines that read the status alone: refusals have no body. */
  public boolean isOfMachines() {
    return path.startsWith("/actuator/");
  }

  public boolean reads() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
