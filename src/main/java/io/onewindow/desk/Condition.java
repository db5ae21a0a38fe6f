package io.onewindow.desk;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one kind of condition our forms use to hide a field: {@code =key = "value"} or {@code =key !=
 * "value"}. A form with any other condition is refused by the build.
 */
final class Condition {

  static final Pattern SHAPE = Pattern.compile("=\\s*(\\w+)\\s*(!?=)\\s*\"([^\"]*)\"");

  private Condition() {}

  /** Whether the condition hides its field; a null condition never does. */
  static boolean hides(String condition, Function<String, Object> values) {
    if (condition == null) {
      return false;
    }
    Matcher matcher = SHAPE.matcher(condition.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a condition of ours: " + condition);
    }
    Object value = values.apply(matcher.group(1));
    boolean equal = matcher.group(3).equals(value == null ? null : value.toString());
    return matcher.group(2).equals("=") == equal;
  }
}
