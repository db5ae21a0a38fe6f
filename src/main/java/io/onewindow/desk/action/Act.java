package io.onewindow.desk.action;

/** What an officer may do with a task or a case beyond filling in a form. */
public enum Act {
  CLAIM("认领", null),
  RELEASE("释放", null),
  TRANSFER("转办", null),
  DELEGATE("委派", null),
  HAND_BACK("交回委派", null),
  TAKE_BACK("收回委派", null),
  CONSULT("征求意见", null),
  SIGN_BEFORE("前加签", null),
  WITHDRAW_INQUIRY("撤回征询", "撤回后，对方不能再答复；需要时只能重新征询。"),
  SIGN_AFTER("后加签", null),
  CANCEL_SIGN_AFTER("取消后加签", null),
  SEND_BACK("退回上一签署人", null),
  RETURN("退回", "退回后，本步骤尚未提交的内容不保留，本步骤正在进行的征询随之终止；不能撤销。"),
  WITHDRAW_CASE("申请人撤回", "撤回后，本办件的全部任务立即终止；不能撤销，申请人只能重新申请。"),
  REASSIGN("改派", null),
  /** A supervisor's, from a list of cases. */
  ASK_REASON("要求说明原因", null),
  SUPERVISE("督办", null),
  RAISE("报请上一级", null),
  DEPUTE("指定代办", null),
  CANCEL_DEPUTY("取消代办", null),
  /** Recorded by the system: a deputy got the absent person's task, or gave it back. */
  DEPUTY_TASK("代办交接", null),
  /** Recorded by the system: a task was signed in a chain of signers, or by a deputy. */
  SIGN("签署", null),
  /** Recorded by the system: an inquiry was answered. */
  ANSWER("答复征询", null);

  private final String label;
  private final String warning;

  Act(String label, String warning) {
    this.label = label;
    this.warning = warning;
  }

  public String label() {
    return label;
  }

  /** What cannot be undone, in Chinese; null where nothing is lost. */
  public String warning() {
    return warning;
  }
}
