package io.onewindow.service.realestatefiling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What the departments said of the facilities, as it stands in a case. */
final class Facilities {

  static final String RECTIFY = "rectify";
  static final String FAIL = "fail";
  static final String UNSIGNED = "unsigned";
  static final String DEFERRED = "deferred";

  private final VariableScope theCase;

  Facilities(VariableScope theCase) {
    this.theCase = theCase;
  }

  String of(Participant one, String field) {
    Object value = theCase.getVariable(one.kept(field));
    return value == null ? "" : value.toString().strip();
  }

  List<Participant> with(String field, String value) {
    return Arrays.stream(Participant.values()).filter(one -> of(one, field).equals(value)).toList();
  }

  /** Whether the department has nothing left to say: it need not be asked again. */
  boolean isSettled(Participant one) {
    String opinion = of(one, "facilityOpinion");
    return opinion.equals(FAIL) || opinion.equals("pass") && !of(one, "handover").equals(UNSIGNED);
  }

  /** What the builder has to do, each department's under its facility. */
  String outstanding() {
    List<Participant> rectify = with("facilityOpinion", RECTIFY);
    return rectify.isEmpty()
        ? with("handover", UNSIGNED).stream()
            .map(one -> one.label() + "：签订移交协议")
            .collect(Collectors.joining("\n"))
        : rectify.stream()
            .map(one -> one.label() + "：\n" + of(one, "facilityItems"))
            .collect(Collectors.joining("\n"));
  }

  String inWords() {
    return Arrays.stream(Participant.values())
        .filter(one -> !of(one, "facilityOpinion").isEmpty())
        .map(this::line)
        .collect(Collectors.joining("\n"));
  }

  String deferred(Participant one) {
    return one.label()
        + "：接收单位"
        + of(one, "takerName")
        + "，协议"
        + of(one, "agreementNo")
        + "，约定"
        + of(one, "takeOverBy")
        + "前接收；原因："
        + of(one, "deferReason");
  }

  private String line(Participant one) {
    if (of(one, "facilityOpinion").equals(FAIL)) {
      return one.label() + "：复验不合格：" + of(one, "facilityItems");
    }
    return switch (of(one, "handover")) {
      case "signed" -> one.label() + "：通过，已签订移交协议" + of(one, "agreementNo");
      case DEFERRED -> "容缺，" + deferred(one);
      case UNSIGNED -> one.label() + "：通过，建设单位未签订移交协议";
      default -> one.label() + "：本项目没有";
    };
  }
}
