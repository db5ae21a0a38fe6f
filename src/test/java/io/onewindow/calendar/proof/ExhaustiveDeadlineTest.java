package io.onewindow.calendar.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.LimitUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares every published limit, begun at every chosen moment of six years, with an oracle that
 * walks there, and keeps the result in {@code docs/deadline-proof.md}. Regenerate that with {@code
 * mvn test -Dtest=ExhaustiveDeadlineTest -Donewindow.regenerate=true}.
 */
class ExhaustiveDeadlineTest {

  private static final Path DOCUMENT = Path.of("docs", "deadline-proof.md");

  private static Comparison comparison;

  @BeforeAll
  static void compare() throws IOException {
    comparison = new Comparison();
  }

  @Test
  void neverDiffersFromCountingDayByDayAndMinuteByMinute() {
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.total().different()).isZero();
  }

  @Test
  void leavesNoUnitOut() {
    assertThat(comparison.byUnit()).containsOnlyKeys(Arrays.asList(LimitUnit.values()));
  }

  @Test
  void isWrittenUpAsItCameOut() throws IOException {
    String text = new ProofDocument(comparison).text();
    if (Boolean.getBoolean("onewindow.regenerate") && comparison.differences().isEmpty()) {
      Files.writeString(DOCUMENT, text);
    }
    assertThat(DOCUMENT)
        .as("regenerate with -Dtest=ExhaustiveDeadlineTest -Donewindow.regenerate=true")
        .hasContent(text);
  }
}
