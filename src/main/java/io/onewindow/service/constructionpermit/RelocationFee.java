package io.onewindow.service.constructionpermit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * 防空地下室易地建设费 where the plan gives a rate (聊政办字〔2022〕13号 二(十九)170).
 *
 * @param rate yuan a square metre
 * @param area square metres that are not built
 */
record RelocationFee(BigDecimal rate, BigDecimal area) {

  /** Empty where nothing is owed, or where the plan gives no rate for that grade. */
  static Optional<RelocationFee> of(VariableScope theCase) {
    Works works = new Works(theCase);
    Object rate = theCase.getVariable("relocationFeeRate");
    return works.isRelocated() && rate != null
        ? Optional.of(
            new RelocationFee(
                new BigDecimal(rate.toString()), new BigDecimal(works.text("relocationArea"))))
        : Optional.empty();
  }

  BigDecimal amount() {
    return rate.multiply(area).setScale(2, RoundingMode.HALF_UP);
  }

  String inYuan() {
    return amount().toPlainString();
  }

  /** What the deciding officer reads of it; nothing where nothing is owed. */
  static Stream<String> line(VariableScope theCase) {
    if (!new Works(theCase).isRelocated()) {
      return Stream.empty();
    }
    return Stream.of(
        of(theCase)
            .map(
                fee ->
                    "防空地下室易地建设费："
                        + fee.area().toPlainString()
                        + " 平方米 × "
                        + fee.rate().toPlainString()
                        + " 元 = "
                        + fee.inYuan()
                        + " 元")
            .orElse("防空地下室易地建设费：方案没有给出本等级的标准，由审批人员核定"));
  }
}
