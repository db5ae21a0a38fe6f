package io.onewindow.access;

/** Who tries, seen from a case of 宁阳县 that stands at its tax office. */
enum Role {
  STRANGER("未登录", null),
  CLERK("窗口", "nyClerk"),
  TAX("承办部门", "nyTax"),
  OTHER_DEPARTMENT("其他部门", "nyPolice"),
  OTHER_COUNTY_TAX("外县同职能", "sxTax"),
  OTHER_COUNTY_CLERK("外县窗口", "sxClerk"),
  SUPERVISOR("督办", "nySupervisor"),
  OTHER_COUNTY_SUPERVISOR("外县督办", "sxSupervisor"),
  TRAINER("培训", "nyTrainer"),
  AUDITOR("审计", "nyAuditor"),
  RELEASE("模型发布", "nyRelease"),
  ADMINISTRATOR("系统管理员", "admin");

  private final String title;
  private final String person;

  Role(String title, String person) {
    this.title = title;
    this.person = person;
  }

  String title() {
    return title;
  }

  /** User id; null for who has not signed in. */
  String person() {
    return person;
  }
}
