package io.onewindow.service.constructionpermit;

import io.onewindow.service.FormValues;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which stages can be permitted by themselves, in which order, and none of them twice. */
@Component
class StageRules {

  private static final String KEY = "permitStage";
  private static final String LABEL = "本次办理的阶段";
  private static final String EARLIER = "earlierPermitNo";
  private static final String EARLIER_LABEL = "前一阶段许可证编号";

  private final PermitDecisions decisions;
  private final IssuedPermits permits;

  StageRules(PermitDecisions decisions, IssuedPermits permits) {
    this.decisions = decisions;
    this.permits = permits;
  }

  void check(FormValues form, Works works, String jurisdiction) {
    if (works.isStaged()) {
      decisions
          .stage(jurisdiction, works.text(KEY))
          .ifPresentOrElse(
              stage -> stage(form, works, stage),
              () -> form.refuse(KEY, LABEL, "本辖区不按该阶段分段：" + offered(jurisdiction)));
    }
    permits
        .covering(works)
        .ifPresent(
            before ->
                form.refuse(
                    works.isStaged() ? KEY : "permitMode",
                    works.isStaged() ? LABEL : "办理方式",
                    "不能重复办理：本项目的该部分已取得施工许可证（"
                        + before.number()
                        + "）；同一部分只核发一次是系统规则，施工许可见《中华人民共和国建筑法》第七条"));
  }

  private String offered(String jurisdiction) {
    List<PermitDecisions.Stage> stages = decisions.stages(jurisdiction);
    return "应为"
        + stages.stream().map(PermitDecisions.Stage::name).collect(Collectors.joining("或者"))
        + "（"
        + stages.get(0).clause()
        + "）";
  }

  private void stage(FormValues form, Works works, PermitDecisions.Stage stage) {
    if (works.text(KEY).equals("own")) {
      form.present("stageName", "阶段说明");
    }
    if (stage.after().isEmpty()) {
      return;
    }
    String earlier = works.text(EARLIER);
    if (earlier.isEmpty()) {
      form.refuse(
          EARLIER,
          EARLIER_LABEL,
          "应填写基础工程阶段的许可证编号：" + stage.name() + "按施工进度顺序在后（" + stage.clause() + "）");
      return;
    }
    permits
        .numbered(earlier)
        .filter(
            issued ->
                !issued.projectCode().equals(works.text("projectCode"))
                    || !issued.part().equals(stage.after()))
        .ifPresent(
            issued ->
                form.refuse(
                    EARLIER,
                    EARLIER_LABEL,
                    "应为本项目基础工程阶段的许可证；该编号是另一项目或者另一阶段的许可证（" + stage.clause() + "）"));
  }
}
