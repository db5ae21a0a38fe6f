package io.onewindow.supervision.conformance;

import java.time.Instant;
import java.util.List;

/**
 * One place where a case left its model.
 *
 * @param process key of the model
 * @param element where the case came to although the model did not lead it there
 * @param at when it came there
 * @param missing names of the elements that should have been done before, those of {@code kind}
 */
record Deviation(
    Kind kind, String process, String element, String name, Instant at, List<String> missing) {

  /** In which way. */
  enum Kind {
    SKIPPED("跳过", "模型到此必经的环节至今没有办过"),
    REPEATED("重复", "此前已经到过，模型没有再次引到这里（例如退回重办）"),
    OUT_OF_ORDER("顺序不符", "模型没有引到这里：必经环节在其后才办，或者走的是另一条路");

    private final String label;
    private final String meaning;

    Kind(String label, String meaning) {
      this.label = label;
      this.meaning = meaning;
    }

    String label() {
      return label;
    }

    String meaning() {
      return meaning;
    }
  }
}
