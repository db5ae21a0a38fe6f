package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class PlainCellsTest {

  private static final List<String> CELLS =
      List.of(
          "-",
          "\"a\"",
          "\"\"",
          "\"a\",\"b\"",
          " \"a\" , \"b\" ",
          "not(\"a\")",
          "not(\"a\",\"b\")",
          "true",
          "false",
          "not(true)",
          "\"a\\\"b\"",
          "null",
          "<= 3",
          "3",
          "contains(?, \"a\")",
          "contains(?,\"b\") or contains(?, \"a\")",
          "contains(?, \"a\") and contains(?, \"b\")",
          "list contains(?, \"a\")");
  private static final List<Object> VALUES =
      Arrays.asList("a", "b", "c", "", "a\"b", true, false, 3, 3.5, null, List.of("a"), List.of());
  private static final List<String> EXPRESSIONS =
      List.of("\"a\"", "\"\"", "x", "y", "x = \"a\"", "true", "null", "3", "2.5", "\"a\" + \"b\"");

  private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
  private final FeelEngine plain = new PlainCells(feel);

  @Test
  void whatACellSaysIsWhatFeelReads() {
    List<String> plainly = new ArrayList<>();
    List<String> feels = new ArrayList<>();
    for (String cell : CELLS) {
      for (Object value : VALUES) {
        VariableContext given = given(value);
        plainly.add(cell + value + attempt(() -> plain.evaluateSimpleUnaryTests(cell, "x", given)));
        feels.add(cell + value + attempt(() -> feel.evaluateSimpleUnaryTests(cell, "x", given)));
      }
    }
    assertThat(plainly).isEqualTo(feels);
  }

  @Test
  void whatIsAskedIsWhatFeelAnswers() {
    List<String> plainly = new ArrayList<>();
    List<String> feels = new ArrayList<>();
    for (String expression : EXPRESSIONS) {
      for (Object value : VALUES) {
        VariableContext given = given(value);
        plainly.add(
            expression + value + attempt(() -> plain.evaluateSimpleExpression(expression, given)));
        feels.add(
            expression + value + attempt(() -> feel.evaluateSimpleExpression(expression, given)));
      }
    }
    assertThat(plainly).isEqualTo(feels);
  }

  /** Or there would be no use in reading them. */
  @Test
  void plainCellsDoNotTroubleFeel() {
    AtomicInteger troubled = new AtomicInteger();
    FeelEngine reads =
        new PlainCells(
            new FeelEngine() {
              @Override
              public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
                troubled.incrementAndGet();
                return null;
              }

              @Override
              public boolean evaluateSimpleUnaryTests(
                  String cell, String input, VariableContext variables) {
                troubled.incrementAndGet();
                return false;
              }
            });
    assertThat(reads.evaluateSimpleUnaryTests("\"a\",\"b\"", "x", given("b"))).isTrue();
    assertThat(reads.evaluateSimpleUnaryTests("not(\"a\")", "x", given("b"))).isTrue();
    assertThat(reads.evaluateSimpleUnaryTests("-", "x", given(null))).isTrue();
    assertThat(reads.<String>evaluateSimpleExpression("x", given("b"))).isEqualTo("b");
    assertThat(troubled).hasValue(0);
    assertThat(reads.evaluateSimpleUnaryTests("<= 3", "x", given(2))).isFalse();
    assertThat(troubled).hasValue(1);
  }

  private static VariableContext given(Object value) {
    VariableMap variables = Variables.createVariables().putValue("x", value);
    return variables.asVariableContext();
  }

  private static Object attempt(java.util.function.Supplier<Object> question) {
    try {
      return question.get();
    } catch (RuntimeException refused) {
      return refused.getClass();
    }
  }
}
