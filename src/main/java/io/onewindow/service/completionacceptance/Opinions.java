package io.onewindow.service.completionacceptance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The departments' opinions as they stand in a case. */
final class Opinions {

  static final String RECTIFY = "rectify";
  static final String FAIL = "fail";
  static final String DEFERRED = "deferred";

  private final VariableScope theCase;

  Opinions(VariableScope theCase) {
    this.theCase = theCase;
  }

  List<Matter> with(String opinion) {
    return Arrays.stream(Matter.values())
        .filter(matter -> opinion.equals(theCase.getVariable(matter.opinion())))
        .toList();
  }

  /** What is to be rectified, every department's items under its matter, in one list. */
  String rectificationList() {
    return with(RECTIFY).stream()
        .map(matter -> matter.label() + "：\n" + items(matter))
        .collect(Collectors.joining("\n"));
  }

  /** Every opinion in words, one a line, the ones obtained early included. */
  String inWords() {
    Stream<String> early =
        Stream.of(
                early(Matter.PLANNING, "earlyPlanning", CompletionAcceptance.EARLY_PLANNING_NO),
                early(Matter.FIRE, "earlyFire", CompletionAcceptance.EARLY_FIRE_NO))
            .flatMap(line -> line);
    Stream<String> given =
        Arrays.stream(Matter.values())
            .filter(matter -> theCase.getVariable(matter.opinion()) != null)
            .map(this::line);
    Stream<String> committed =
        Boolean.TRUE.equals(theCase.getVariable(CompletionAcceptance.ARCHIVE_BY_COMMITMENT))
            ? Stream.of(Matter.ARCHIVE.label() + "：告知承诺")
            : Stream.empty();
    return Stream.of(early, given, committed)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> early(Matter matter, String flag, String number) {
    boolean counts =
        Boolean.TRUE.equals(theCase.getVariable(flag))
            && theCase.getVariable(matter.opinion()) == null;
    return counts
        ? Stream.of(matter.label() + "：提前通过（" + theCase.getVariable(number) + "）")
        : Stream.empty();
  }

  private String line(Matter matter) {
    String opinion = (String) theCase.getVariable(matter.opinion());
    String word =
        switch (opinion) {
          case DEFERRED -> "通过，" + by(matter) + "前完善：" + items(matter);
          case RECTIFY -> "需整改：" + items(matter);
          case FAIL -> "复验不合格：" + items(matter);
          default -> "通过";
        };
    return matter.label() + "：" + word;
  }

  /** What is left to be completed after the opinion, a matter a line; empty for nothing. */
  List<String> deferredInWords() {
    return with(DEFERRED).stream()
        .map(matter -> matter.label() + "，" + by(matter) + "前完善：" + items(matter))
        .toList();
  }

  String items(Matter matter) {
    return text(matter.items());
  }

  /** The day by which the matter's deferred items are to be completed, like 2026-10-31. */
  String by(Matter matter) {
    return text(matter.by());
  }

  private String text(String variable) {
    Object value = theCase.getVariable(variable);
    return value == null ? "" : value.toString().strip();
  }
}
