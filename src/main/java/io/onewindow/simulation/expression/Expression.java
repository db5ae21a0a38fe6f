package io.onewindow.simulation.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text with expressions in <code>${…}</code>, as models write them. Immutable. */
public final class Expression {

  /** A call of a bean's method that the text contains. */
  public record Call(String bean, String method) {
    @Override
    public String toString() {
      return bean + "." + method;
    }
  }

  private final String text;
  private final List<Term> parts;
  private final Set<String> variables;
  private final Set<Call> calls;

  private Expression(String text, List<Term> parts, Set<String> variables, Set<Call> calls) {
    this.text = text;
    this.parts = parts;
    this.variables = variables;
    this.calls = calls;
  }

  /**
   * @throws IllegalArgumentException with a Chinese message when it cannot be read
   */
  public static Expression parse(String text) {
    List<Term> parts = new ArrayList<>();
    Set<String> variables = new HashSet<>();
    Set<Call> calls = new HashSet<>();
    int at = 0;
    while (at < text.length()) {
      int open = opening(text, at);
      if (open > at) {
        String literal = text.substring(at, open);
        parts.add(surroundings -> literal);
      }
      if (open < text.length()) {
        Reader reader = new Reader(text, open + 2, variables, calls);
        parts.add(reader.whole());
        at = reader.end();
      } else {
        at = open;
      }
    }
    return new Expression(text, List.copyOf(parts), Set.copyOf(variables), Set.copyOf(calls));
  }

  /** A value that cannot be written as a text, such as a list. */
  public static Expression constant(Object value) {
    return new Expression(
        String.valueOf(value), List.of(surroundings -> value), Set.of(), Set.of());
  }

  /** Reads an expression written without its braces. */
  public static Expression parseBare(String text) {
    return parse(text.contains("${") ? text : "${" + text + "}");
  }

  private static int opening(String text, int from) {
    int dollar = text.indexOf("${", from);
    int hash = text.indexOf("#{", from);
    int first = dollar < 0 ? hash : hash < 0 ? dollar : Math.min(dollar, hash);
    return first < 0 ? text.length() : first;
  }

  /** The value; a text when there is more than one expression. */
  public Object value(Surroundings surroundings) {
    if (parts.size() == 1) {
      return parts.get(0).value(surroundings);
    }
    StringBuilder joined = new StringBuilder();
    for (Term part : parts) {
      Object value = part.value(surroundings);
      joined.append(value == null ? "" : value);
    }
    return joined.toString();
  }

  /** The value as a condition; absent is false. */
  public boolean isTrue(Surroundings surroundings) {
    return Values.truth(value(surroundings));
  }

  /** Names of the variables it reads. */
  public Set<String> variables() {
    return variables;
  }

  public Set<Call> calls() {
    return calls;
  }

  @Override
  public String toString() {
    return text;
  }
}
