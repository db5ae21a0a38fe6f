package io.onewindow.simulation.expression;

import java.util.Collection;
import java.util.Date;
import java.util.Map;

/** How values are compared and reckoned with, as the engine's expression language does. */
final class Values {

  private Values() {}

  static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    return value instanceof String text && Boolean.parseBoolean(text);
  }

  static boolean equal(Object one, Object other) {
    if (one == null || other == null) {
      return one == other;
    }
    if (one instanceof Number || other instanceof Number) {
      return number(one) == number(other);
    }
    if (one instanceof Boolean || other instanceof Boolean) {
      return truth(one) == truth(other);
    }
    if (one instanceof String || other instanceof String) {
      return one.toString().equals(other.toString());
    }
    return one.equals(other);
  }

  static int compare(Object one, Object other) {
    if (one instanceof Date first && other instanceof Date second) {
      return first.compareTo(second);
    }
    if (one instanceof Number || other instanceof Number) {
      return Double.compare(number(one), number(other));
    }
    return String.valueOf(one).compareTo(String.valueOf(other));
  }

  static boolean isEmpty(Object value) {
    return value == null
        || value instanceof String text && text.isEmpty()
        || value instanceof Collection<?> many && many.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  /** Absent and empty count as nought. */
  static double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value == null || value.toString().isEmpty() ? 0 : Double.parseDouble(value.toString());
  }

  /** Whole numbers stay whole. */
  static Object reckon(char sign, Object one, Object other) {
    double a = number(one);
    double b = number(other);
    double result =
        switch (sign) {
          case '+' -> a + b;
          case '-' -> a - b;
          case '*' -> a * b;
          case '/' -> a / b;
          default -> a % b;
        };
    boolean whole = sign != '/' && !isFraction(one) && !isFraction(other);
    return whole ? (Object) (long) result : (Object) result;
  }

  private static boolean isFraction(Object value) {
    return value instanceof Double
        || value instanceof Float
        || value instanceof java.math.BigDecimal
        || value instanceof String text && text.contains(".");
  }
}
