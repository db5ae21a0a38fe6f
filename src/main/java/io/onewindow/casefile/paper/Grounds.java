package io.onewindow.casefile.paper;

/**
 * On what a paper rests. A licence is granted under 行政许可法; connecting a customer to water or power
 * is a service of an enterprise, and its papers must not claim that law.
 */
enum Grounds {
  LICENCE(
      "不予行政许可决定书",
      "（加盖行政许可专用印章）",
      "申请材料不齐全或者不符合法定形式的，本机关将当场或者在五个工作日内一次告知需要补正的全部内容；逾期不告知的，"
          + "自收到申请材料之日起即为受理（"
          + Law.LICENSING
          + "第三十二条第一款第四项）。",
      "您提交的申请材料不齐全或者不符合法定形式。依据" + Law.LICENSING + "第三十二条第一款第四项，现将需要补正的全部内容一次告知如下：",
      "请按上述内容补正。按照要求提交全部补正申请材料的，本机关予以受理；本机关不再要求补正本告知书以外的内容。",
      "您的申请材料齐全、符合法定形式，依据" + Law.LICENSING + "第三十二条第一款第五项，本机关予以受理，并依据该条第二款出具本通知书。",
      "依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在办理时限内，本机关将另行书面告知（" + Law.LICENSING + "第四十五条）。",
      "依据" + Law.LICENSING + "第三十二条，本机关决定对您的申请不予受理。理由如下：",
      "您的申请经审查，依据" + Law.LICENSING + "第三十八条第二款，本机关决定不予许可。理由如下：",
      "如不服本决定，可以自收到本决定书之日起六十日内，依据《中华人民共和国行政复议法》第二十条向有管辖权的行政复议机关申请行政复议；"
          + "也可以自收到本决定书之日起六个月内，依据《中华人民共和国行政诉讼法》第四十六条直接向有管辖权的人民法院提起行政诉讼。"),
  SERVICE(
      "不予办理告知书",
      "（加盖业务专用印章）",
      "申请材料或者方案需要补充、修改的，将一次告知全部内容。",
      "您提交的申请材料或者方案需要补充、修改，现将全部内容一次告知如下：",
      "请按上述内容补充、修改；告知之后不再提出本告知书以外的内容。",
      "您的申请已经受理，特此通知。",
      "方案规定不计时的环节（例如用户自建工程），所需时间不计算在承诺时限内。",
      "您的申请不能受理。理由如下：",
      "您申请的事项不能继续办理。理由如下：",
      "对本告知有异议的，可以向受理窗口反映，也可以拨打12345热线。");

  /** Constants of an enum may not be used before they are declared. */
  private static final class Law {
    static final String LICENSING = "《中华人民共和国行政许可法》";
  }

  private final String refusalTitle;
  private final String seal;
  private final String receipt;
  private final String notice;
  private final String afterNotice;
  private final String acceptance;
  private final String notCounted;
  private final String notAccepted;
  private final String refused;
  private final String remedies;

  Grounds(
      String refusalTitle,
      String seal,
      String receipt,
      String notice,
      String afterNotice,
      String acceptance,
      String notCounted,
      String notAccepted,
      String refused,
      String remedies) {
    this.refusalTitle = refusalTitle;
    this.seal = seal;
    this.receipt = receipt;
    this.notice = notice;
    this.afterNotice = afterNotice;
    this.acceptance = acceptance;
    this.notCounted = notCounted;
    this.notAccepted = notAccepted;
    this.refused = refused;
    this.remedies = remedies;
  }

  /** Title of the paper that refuses after examination. */
  String refusalTitle() {
    return refusalTitle;
  }

  /** What is written where the seal goes. */
  String seal() {
    return seal;
  }

  /** What a receipt says of materials that are missing. */
  String receipt() {
    return receipt;
  }

  /** What leads to the one list of what is missing. */
  String notice() {
    return notice;
  }

  String afterNotice() {
    return afterNotice;
  }

  /** That the application is accepted, by a decision and not by silence. */
  String acceptance() {
    return acceptance;
  }

  /** What time is not counted. */
  String notCounted() {
    return notCounted;
  }

  /** What leads to the reason of a refusal to accept. */
  String notAccepted() {
    return notAccepted;
  }

  /** What leads to the reason of a refusal after examination. */
  String refused() {
    return refused;
  }

  String remedies() {
    return remedies;
  }
}
