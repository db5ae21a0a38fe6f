package io.onewindow.promise;

import java.util.Arrays;
import java.util.List;

/**
 * What may make a clock stand still: the special procedures of 行政许可法第四十五条, a closed list, and the
 * customer's own works and the permits of others where a plan counts the grid's part only
 * (聊政办字〔2022〕13号 二(三)35 “电网环节”), or the time of the water and gas enterprises only (聊政发〔2021〕7号
 * 附件四(四) “供水、供气企业办理报装时间”). That the builder's time to put works right is not counted in a joint
 * acceptance is the system's own default, as is the limit that it interrupts.
 */
public enum PauseKind {
  HEARING("听证"),
  TENDER("招标"),
  AUCTION("拍卖"),
  INSPECTION("检验"),
  TESTING("检测"),
  QUARANTINE("检疫"),
  APPRAISAL("鉴定"),
  EXPERT_REVIEW("专家评审"),
  CUSTOMER_WORKS("用户工程（不属电网环节）"),
  PERMIT_OF_OTHERS("外线工程行政审批（不属电网环节）"),
  CUSTOMER_PIPES("用户工程（不属供水、供气企业办理时间）"),
  RECTIFICATION("建设单位整改（不计入联合验收时间）");

  private final String label;

  PauseKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The rule it rests on, in Chinese. */
  public String basis() {
    if (this == RECTIFICATION) {
      return "系统默认：整改时间属于建设单位，不计入联合验收的内部时限";
    }
    if (this == CUSTOMER_PIPES) {
      return "聊政发〔2021〕7号 附件四(四)、莘政发〔2021〕28号 附件四(四)";
    }
    return isOutsideTheGrid() ? "聊政办字〔2022〕13号 二(三)35" : "《行政许可法》第四十五条";
  }

  /** What may stop the clocks of a service, in the order of the law. */
  static List<PauseKind> allowedFor(String service) {
    return Arrays.stream(values()).filter(kind -> kind.isAllowedFor(service)).toList();
  }

  boolean isAllowedFor(String service) {
    if (this == RECTIFICATION) {
      return service.equals("completion-acceptance");
    }
    if (this == CUSTOMER_PIPES) {
      return service.equals("water-gas-connection");
    }
    return !isOutsideTheGrid() || service.endsWith("-voltage-power");
  }

  private boolean isOutsideTheGrid() {
    return this == CUSTOMER_WORKS || this == PERMIT_OF_OTHERS;
  }
}
