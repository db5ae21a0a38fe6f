package io.onewindow.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Reads the plain cells of decision tables, which are nearly all of them: a word, one of several
 * words, none of them, what contains one of them, yes or no, anything, a number as an answer, and
 * the name of a variable. FEEL reads such a cell anew for each case and sets up all of its
 * functions for it. What is not plain is FEEL's to read, and what is means the same in both.
 */
final class PlainCells implements FeelEngine {

  private static final String WORD = "\"([^\"\\\\]*)\"";
  private static final Pattern WORDS = Pattern.compile(WORD);
  private static final Pattern LIST = Pattern.compile(WORD + "(?:\\s*,\\s*" + WORD + ")*");
  private static final Pattern NONE_OF = Pattern.compile("not\\((" + LIST.pattern() + ")\\)");
  private static final String CONTAINS = "contains\\(\\?,\\s*" + WORD + "\\)";
  private static final Pattern CONTAINING =
      Pattern.compile(CONTAINS + "(?:\\s+or\\s+" + CONTAINS + ")*");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]+");
  private static final Pattern CONSTANT = Pattern.compile("true|false|null|\\d+(?:\\.\\d+)?");
  private static final String ANYTHING = "-";

  private final FeelEngine feel;
  private final Map<String, Optional<Cell>> cells = new ConcurrentHashMap<>();
  private final Map<String, Boolean> cellsOfNothing = new ConcurrentHashMap<>();
  private final Map<String, Optional<Object>> constants = new ConcurrentHashMap<>();

  PlainCells(FeelEngine feel) {
    this.feel = feel;
  }

  /** Says of a value that is no null whether it is what the cell means. */
  private interface Cell {

    boolean holds(Object value);

    /** Whether it is of a kind that the cell can say so of. */
    boolean canTell(Object value);
  }

  /** A word, or yes or no. */
  private record Values(Set<Object> values, boolean wanted) implements Cell {

    @Override
    public boolean holds(Object value) {
      return (value != null && values.contains(value)) == wanted;
    }

    @Override
    public boolean canTell(Object value) {
      return values.isEmpty()
          || value != null && values.iterator().next().getClass() == value.getClass();
    }
  }

  private record Containing(Set<Object> words) implements Cell {

    @Override
    public boolean holds(Object value) {
      return words.stream().anyMatch(word -> ((String) value).contains((String) word));
    }

    @Override
    public boolean canTell(Object value) {
      return value instanceof String;
    }
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
    Optional<Cell> plain = cells.computeIfAbsent(cell.strip(), PlainCells::plain);
    TypedValue given = plain.isPresent() ? variables.resolve(input) : null;
    if (given != null && plain.get().canTell(given.getValue())) {
      return plain.get().holds(given.getValue());
    } else if (given != null && given.getValue() == null) {
      return cellsOfNothing.computeIfAbsent(
          cell, key -> feel.evaluateSimpleUnaryTests(key, input, variables));
    }
    return feel.evaluateSimpleUnaryTests(cell, input, variables);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    Matcher word = WORDS.matcher(expression);
    if (word.matches()) {
      return (T) word.group(1);
    } else if (CONSTANT.matcher(expression).matches()) {
      return (T)
          constants
              .computeIfAbsent(
                  expression,
                  key -> Optional.ofNullable(feel.evaluateSimpleExpression(key, variables)))
              .orElse(null);
    } else if (NAME.matcher(expression).matches()) {
      TypedValue named = variables.resolve(expression);
      if (named != null && isPlain(named.getValue())) {
        return (T) named.getValue();
      }
    }
    return feel.evaluateSimpleExpression(expression, variables);
  }

  private static boolean isPlain(Object value) {
    return value == null || value instanceof String || value instanceof Boolean;
  }

  /** Empty for what is not plain. */
  private static Optional<Cell> plain(String cell) {
    if (cell.equals(ANYTHING)) {
      return Optional.of(new Values(Set.of(), false));
    } else if (cell.equals("true") || cell.equals("false")) {
      return Optional.of(new Values(Set.of(Boolean.valueOf(cell)), true));
    } else if (LIST.matcher(cell).matches()) {
      return Optional.of(new Values(words(cell), true));
    } else if (CONTAINING.matcher(cell).matches()) {
      return Optional.of(new Containing(words(cell)));
    }
    Matcher noneOf = NONE_OF.matcher(cell);
    return noneOf.matches()
        ? Optional.of(new Values(words(noneOf.group(1)), false))
        : Optional.empty();
  }

  private static Set<Object> words(String list) {
    return WORDS.matcher(list).results().map(one -> one.group(1)).collect(Collectors.toSet());
  }
}
