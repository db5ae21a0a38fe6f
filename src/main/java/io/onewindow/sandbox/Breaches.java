package io.onewindow.sandbox;

import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What an officer did to an applicant that the law does not allow. */
@Component
@Profile("sandbox")
class Breaches {

  static final String NO_MORE_THAN_NEEDED = "《行政许可法》第三十一条：“行政机关不得要求申请人提交与其申请的行政许可事项无关的技术资料和其他材料”";
  static final String TELL_ONCE = "《行政许可法》第三十二条：“应当当场或者在五日内一次告知申请人需要补正的全部内容”";
  static final String MUST_ACCEPT =
      "《行政许可法》第三十二条第一款第五项：“申请事项属于本行政机关职权范围，申请材料齐全、符合法定形式，或者申请人按照本行政机关的要求提交全部补正申请材料的，应当受理行政许可申请”";
  static final String MUST_GRANT = "《行政许可法》第三十八条：“申请人的申请符合法定条件、标准的，行政机关应当依法作出准予行政许可的书面决定”";
  static final String OWN_RULE = "系统默认规则：作出决定之前，申请人可以撤回申请；没有申请人的要求不得登记撤回";

  /**
   * @param text what was done, in Chinese
   * @param clause what it goes against
   */
  record Breach(String text, String clause) {}

  private final Sources sources;

  Breaches(Sources sources) {
    this.sources = sources;
  }

  List<Breach> of(Exercise exercise, CaseEvidence facts) {
    List<Breach> found = new ArrayList<>();
    for (Map.Entry<String, Material> one : facts.reading().exempt().entrySet()) {
      found.add(
          new Breach(
              "要求提交政府部门共享的“%s”：“%s”".formatted(one.getValue().name(), one.getKey()),
              sources.citation(one.getValue().sourceId()) + "；" + NO_MORE_THAN_NEEDED));
    }
    for (Map.Entry<String, Material> one : facts.reading().sound().entrySet()) {
      found.add(
          new Breach(
              "“%s”已经提交且没有问题，又要求提交：“%s”".formatted(one.getValue().name(), one.getKey()),
              TELL_ONCE));
    }
    for (int i = 0; i < facts.theCase().secondNotices(); i++) {
      found.add(new Breach("第二次要求补正（系统已拦下）", TELL_ONCE));
    }
    refusals(exercise, facts, found);
    return found;
  }

  private static void refusals(Exercise exercise, CaseEvidence facts, List<Breach> found) {
    boolean lawful = facts.theCase().applicant().refusal() != null;
    CaseState state = facts.file().state();
    if (state == CaseState.REFUSED && !lawful) {
      found.add(new Breach("材料齐全、符合条件，却不予受理", clause(exercise, MUST_ACCEPT)));
    }
    if (state == CaseState.REJECTED && !lawful) {
      found.add(new Breach("符合法定条件，却不予许可", mustGrant(exercise)));
    }
    if (state == CaseState.WITHDRAWN && !facts.theCase().isWithdrawalAsked()) {
      found.add(new Breach("申请人没有要求撤回，却登记为撤回，等于拒绝申请", OWN_RULE));
    }
    if (state != CaseState.WITHDRAWN && facts.theCase().isWithdrawalAsked()) {
      found.add(new Breach("申请人要求撤回申请，没有登记", OWN_RULE));
    }
  }

  /** What binds whoever decides an application that is in order. */
  static String mustGrant(Exercise exercise) {
    return clause(exercise, MUST_GRANT);
  }

  private static String clause(Exercise exercise, String usual) {
    return exercise.refusalClause() == null ? usual : exercise.refusalClause();
  }
}
