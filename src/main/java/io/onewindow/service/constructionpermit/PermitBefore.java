package io.onewindow.service.constructionpermit;

import io.onewindow.casefile.CaseFile;
import io.onewindow.service.FormValues;
import org.springframework.stereotype.Component;

/**
 * Whether works that are to be accepted had their permit (建筑法第七条). What this system has issued
 * itself is compared; of a permit issued elsewhere nothing is known here.
 */
@Component
public class PermitBefore {

  private static final String NUMBER = "constructionPermitNo";
  private static final String NUMBER_LABEL = "施工许可证编号";

  private final IssuedPermits permits;
  private final CaseFile cases;

  PermitBefore(IssuedPermits permits, CaseFile cases) {
    this.permits = permits;
    this.cases = cases;
  }

  /**
   * Compares {@code constructionPermitNo}, {@code permitDate}, {@code projectCode} and what the
   * permit covers with {@code acceptanceMode}. Works that need no permit show the notice that says
   * so in its place.
   */
  public void check(FormValues form) {
    String number = form.text(NUMBER);
    permits
        .numbered(number)
        .or(() -> permits.exempting(number))
        .ifPresentOrElse(issued -> compare(form, issued), () -> refuseUnissued(form, number));
  }

  private static void compare(FormValues form, IssuedPermit issued) {
    if (!issued.projectCode().equals(form.text("projectCode"))) {
      form.refuse(NUMBER, NUMBER_LABEL, "应为本项目的施工许可证或免办告知书：该编号是另一项目的（《建筑法》第七条）");
    } else if (issued.coversFoundationsOnly()) {
      form.refuse(NUMBER, NUMBER_LABEL, "应为主体阶段或者整体的施工许可证：该许可证只许可基础工程阶段，主体未经许可不能验收（《建筑法》第七条）");
    } else if (issued.coversStageOfBuilder() && !form.is("acceptanceMode", "section")) {
      form.refuse("acceptanceMode", "验收方式", "应为分段联合验收：所填施工许可证只许可其中一个阶段，其余部分凭各自的许可证验收（《建筑法》第七条）");
    } else if (!issued.issuedOn().equals(form.text("permitDate"))) {
      form.refuse(
          "permitDate", "施工许可证发证日期", "应为 " + issued.issuedOn() + "：该许可证（免办告知书）当日核发（《建筑法》第七条）");
    }
  }

  /** The number of a case of this system that has led to no permit, or not yet. */
  private void refuseUnissued(FormValues form, String number) {
    cases
        .find(number.replaceAll("-[KM]\\d+$", ""))
        .ifPresent(
            file ->
                form.refuse(
                    NUMBER, NUMBER_LABEL, "应为已核发的施工许可证或免办告知书编号：该办件没有核发许可证或免办告知书，不能先验收（《建筑法》第七条）"));
  }
}
