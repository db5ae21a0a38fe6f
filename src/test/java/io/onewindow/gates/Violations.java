package io.onewindow.gates;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences about what is wrong with a file. */
final class Violations {

  private Violations() {}

  /** The sentence, or null when all is well. */
  static String unless(boolean wellKept, String sentence) {
    return wellKept ? null : sentence;
  }

  static Stream<String> of(String... sentencesOrNull) {
    return Stream.of(sentencesOrNull).filter(Objects::nonNull);
  }

  /** Fails with the whole list, so that one run of the build shows everything there is to mend. */
  static void assertNone(Object file, List<String> violations) {
    if (!violations.isEmpty()) {
      fail(
          violations.stream()
              .map(sentence -> "  - " + sentence)
              .collect(
                  Collectors.joining(
                      "\n", file + " breaks " + violations.size() + " rules:\n", "\n")));
    }
  }
}
