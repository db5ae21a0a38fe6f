package io.onewindow.service;

/**
 * What an opinion of a joint acceptance accepts.
 *
 * @param projectCode of the project
 * @param sectionName as it was written; empty for the whole project
 * @param sectionKey the same however it is spaced and in whichever width it is written
 */
public record JointOpinion(String projectCode, String sectionName, String sectionKey) {

  private static final String SECTION = "sectionName";

  /**
   * Refuses a form that is about another project, or about more or else than the section that was
   * accepted.
   *
   * @param numberKey the field that names the opinion
   * @param clause the rule of the service, with its source
   */
  public void check(FormValues form, String numberKey, String clause) {
    if (!projectCode.equals(form.text("projectCode"))) {
      form.refuse(numberKey, "联合验收意见书编号", "应为本项目的联合验收意见书：该意见书验收的是另一项目（" + clause + "）");
    } else if (!SectionName.key(form.text(SECTION)).equals(sectionKey)) {
      form.refuse(
          SECTION,
          "分段名称",
          sectionKey.isEmpty()
              ? "应为空：该意见书验收的是整个项目（" + clause + "）"
              : "应为“" + sectionName + "”：该意见书只验收这一段，其他部分凭各自的意见书办理（" + clause + "）");
    }
  }
}
