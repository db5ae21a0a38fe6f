package io.onewindow.engine;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What expressions in models may reach: variables, the beans open to models, and of the execution
 * or the task itself a few names. From a text or any other value no way leads on to its class.
 */
final class ModelExpressions {

  private static final Set<String> GIVEN = Set.of("execution", "task");

  /** What may follow on the execution or the task. */
  static final Set<String> OF_GIVEN =
      Set.of(
          "id",
          "name",
          "processInstanceId",
          "processBusinessKey",
          "businessKey",
          "tenantId",
          "currentActivityId",
          "getVariable",
          "hasVariable",
          "setVariable",
          "setVariableLocal");

  private static final Set<String> OPERATORS =
      Set.of("empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod");

  private static final Pattern PATH =
      Pattern.compile("([A-Za-z_]\\w*)((?:\\s*\\.\\s*\\w+)*)\\s*(\\()?");

  /** From a result, a text or an index on to something else. */
  private static final Pattern BEYOND = Pattern.compile("['\")\\]]\\s*[.(\\[]|\\w\\s*\\[");

  private final Set<String> beans;

  ModelExpressions(Set<String> beans) {
    this.beans = Set.copyOf(beans);
  }

  /** Whether it names one of the beans and nothing else. */
  boolean isBean(String expression) {
    String text = expression.strip();
    return text.startsWith("${")
        && text.endsWith("}")
        && beans.contains(text.substring(2, text.length() - 1).strip());
  }

  /**
   * The first thing that expressions in that text reach for and must not; empty if there is none.
   */
  Optional<String> violation(String text) {
    Optional<String> found = Optional.empty();
    for (int at = next(text, 0); at >= 0 && found.isEmpty(); at = next(text, at)) {
      at += 2;
      StringBuilder code = new StringBuilder();
      at = read(text, at, code);
      found = inside(code.toString());
    }
    return found;
  }

  /** Where the next expression begins; -1 when there is none. */
  private static int next(String text, int from) {
    int one = text.indexOf("${", from);
    int other = text.indexOf("#{", from);
    return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
  }

  /** Reads to the end of an expression, each text in it as an empty one; answers where that is. */
  private static int read(String text, int from, StringBuilder code) {
    char quote = 0;
    for (int at = from; at < text.length(); at++) {
      char one = text.charAt(at);
      if (quote != 0) {
        if (one == '\\') {
          at++;
        } else if (one == quote) {
          quote = 0;
          code.append(one);
        }
      } else if (one == '}') {
        return at + 1;
      } else {
        quote = one == '\'' || one == '"' ? one : 0;
        code.append(one);
      }
    }
    return text.length();
  }

  private Optional<String> inside(String code) {
    Matcher beyond = BEYOND.matcher(code);
    if (beyond.find()) {
      return Optional.of(beyond.group());
    }
    Matcher path = PATH.matcher(code);
    while (path.find()) {
      String root = path.group(1);
      String[] rest = path.group(2).isBlank() ? new String[0] : names(path.group(2));
      if (!isOpen(root, rest, path.group(3) != null)) {
        return Optional.of(path.group().strip());
      }
    }
    return Optional.empty();
  }

  private boolean isOpen(String root, String[] rest, boolean called) {
    for (String name : rest) {
      if (name.equals("class") || name.equals("getClass")) {
        return false;
      }
    }
    if (GIVEN.contains(root)) {
      return rest.length == 0 && !called || rest.length == 1 && OF_GIVEN.contains(rest[0]);
    }
    return !called || (rest.length == 0 ? OPERATORS.contains(root) : beans.contains(root));
  }

  private static String[] names(String path) {
    return path.strip().substring(1).strip().split("\\s*\\.\\s*");
  }
}
