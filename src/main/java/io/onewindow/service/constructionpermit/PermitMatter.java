package io.onewindow.service.constructionpermit;

/**
 * A formality merged into the permit (聊政发〔2021〕7号 附件二(六), 莘政发〔2021〕28号 附件二(六), 宁政发〔2021〕8号
 * 附件·工程建设项目审批制度改革7). Its id is what the table {@code permit-matters} answers.
 */
enum PermitMatter {
  QUALITY("quality", "quality", "建设工程质量监督手续"),
  SAFETY("safety", "safety", "建设工程安全监督手续"),
  CIVIL_DEFENCE("civil-defence", "civilDefence", "人防工程质量监督手续"),
  DRAWINGS("drawings", "drawings", "人防工程施工图设计文件核准");

  private final String id;
  private final String key;
  private final String label;

  PermitMatter(String id, String key, String label) {
    this.id = id;
    this.key = key;
    this.label = label;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  /** The variable that holds the opinion. */
  String opinion() {
    return key + "Opinion";
  }

  /** The variable that holds what is not in order. */
  String note() {
    return key + "Note";
  }
}
