package io.onewindow.access;

/**
 * One thing that somebody may try.
 *
 * @param resource what it is done with, in Chinese
 * @param action what is done, in Chinese
 * @param method of the request; {@code DEPLOY} posts a model, {@code START} an application, {@code
 *     UPLOAD} a file
 * @param path with placeholders such as {@code {task}}; below {@code /camunda/} it is asked in a
 *     session, elsewhere with HTTP Basic
 * @param body JSON with placeholders, null for none
 * @param marker what an answer must contain to have shown the case; null where any answer will do
 */
record AccessRow(
    String resource, String action, String method, String path, String body, String marker) {

  static AccessRow get(String resource, String action, String path) {
    return new AccessRow(resource, action, "GET", path, null, null);
  }

  /** The same, for a list in which the case may be missing. */
  static AccessRow find(String resource, String action, String path, String marker) {
    return new AccessRow(resource, action, "GET", path, null, marker);
  }

  static AccessRow send(String resource, String action, String method, String path, String body) {
    return new AccessRow(resource, action, method, path, body, null);
  }

  /** The method as it goes over the wire. */
  String verb() {
    return switch (method) {
      case "DEPLOY", "START", "UPLOAD" -> "POST";
      default -> method;
    };
  }

  boolean changes() {
    return marker == null && !method.equals("GET");
  }

  boolean isOnScreens() {
    return path.startsWith("/camunda/");
  }

  /** Whether it is about the case whose department and county the columns stand for. */
  boolean isAboutTheCase() {
    return (path + body + marker).matches(".*\\{(task|case|receipt|job|awaiting)}.*");
  }
}
