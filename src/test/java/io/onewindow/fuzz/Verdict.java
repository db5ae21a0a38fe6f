package io.onewindow.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer must be, whatever was asked. */
final class Verdict {

  private static final long PATIENCE_MILLIS = Long.getLong("onewindow.fuzz.patience", 30_000);

  /** Names of classes, frames of a stack, statements, folders, products and engine codes. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "[a-zA-Z]\\w*Exception\\b|\\b(?:org|com|io|java|jakarta)\\.[a-z]\\w*\\.\\w|\\tat"
              + " |(?i:\\bselect .{1,200} from |\\binsert into |\\bupdate .{1,80} set |\\bdelete"
              + " from )|SQLSTATE|ENGINE-\\d|Tomcat|Jersey|Jackson|\\.java\\b|"
              + folders());

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2}");

  /** What answers HEAD has none; TRACE is refused before anything of ours is asked. */
  private static final Set<String> WITHOUT_BODY = Set.of("HEAD", "TRACE");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Verdict() {}

  /** Where the application runs, and its user's and the machine's own places. */
  private static String folders() {
    return Stream.of("user.dir", "user.home", "java.io.tmpdir", "java.home")
        .map(System::getProperty)
        .filter(folder -> folder.length() > 1)
        .map(folder -> Pattern.quote(folder) + "\\b")
        .collect(Collectors.joining("|"));
  }

  /** What is wrong with the answer; empty when nothing is. */
  static Optional<String> on(String method, RawAnswer answer) {
    if (answer.status() == 0) {
      return Optional.of("no answer");
    }
    if (answer.status() >= 500) {
      return Optional.of("a server error");
    }
    if (answer.millis() > PATIENCE_MILLIS) {
      return Optional.of("took " + answer.millis() + " ms");
    }
    return answer.status() < 400 ? Optional.empty() : onRefusal(method, answer);
  }

  private static Optional<String> onRefusal(String method, RawAnswer answer) {
    Matcher inside = INSIDE.matcher(answer.body());
    if (inside.find()) {
      return Optional.of("shows its inside: " + inside.group());
    }
    boolean hasNoBody = answer.body().isEmpty() && WITHOUT_BODY.contains(method);
    return hasNoBody ? Optional.empty() : onText(answer);
  }

  private static Optional<String> onText(RawAnswer answer) {
    if (!answer.header("Content-Type").contains("json")) {
      return Optional.of("a refusal that is no JSON: " + answer.header("Content-Type"));
    }
    try {
      JsonNode body = JSON.readTree(answer.body());
      String said = body.path("detail").asText(body.path("message").asText(""));
      return CHINESE.matcher(said).find()
          ? Optional.empty()
          : Optional.of("a refusal without a Chinese sentence");
    } catch (JsonProcessingException broken) {
      return Optional.of("a refusal that is broken JSON");
    }
  }
}
