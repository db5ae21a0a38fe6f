package io.onewindow.service.constructionpermit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The opinions on the merged matters as they stand in a case. */
final class PermitOpinions {

  private static final String FAIL = "fail";

  private final VariableScope theCase;

  PermitOpinions(VariableScope theCase) {
    this.theCase = theCase;
  }

  List<PermitMatter> failed() {
    return Arrays.stream(PermitMatter.values())
        .filter(matter -> FAIL.equals(theCase.getVariable(matter.opinion())))
        .toList();
  }

  String inWords() {
    Stream<String> matters =
        Arrays.stream(PermitMatter.values())
            .filter(matter -> theCase.getVariable(matter.opinion()) != null)
            .map(this::line);
    return Stream.concat(matters, RelocationFee.line(theCase)).collect(Collectors.joining("\n"));
  }

  private String line(PermitMatter matter) {
    boolean fails = FAIL.equals(theCase.getVariable(matter.opinion()));
    return matter.label() + "：" + (fails ? "不合格：" + theCase.getVariable(matter.note()) : "合格");
  }
}
