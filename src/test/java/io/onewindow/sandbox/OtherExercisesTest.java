package io.onewindow.sandbox;

import static io.onewindow.sandbox.Scores.bad;
import static io.onewindow.sandbox.Scores.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every exercise can be done perfectly, and what it is about can be done wrong. */
@DrillTest
class OtherExercisesTest {

  private static final String REVIEW = "userTask_reviewRegistration";
  private static final Map<String, Object> GRANT = Map.of("registrationDecision", "grant");
  private static final Map<String, Object> REJECT =
      Map.of("registrationDecision", "reject", "registrationReason", "名称违反《企业名称登记管理规定》第十一条");

  @Autowired private Trainee trainee;
  @Autowired private DrillHall hall;
  @Autowired private Scorer scorer;
  @Autowired private CaseFile files;

  @Test
  void everyExerciseMeansTasksOfItsRoleAndMaterialsOfItsList() {
    for (var exercise : List.of("company-first-day", "company-busy-day")) {
      Drill drill = trainee.begins(exercise, "lcClerk");
      trainee.meets(drill, drill.exercise().applicants().size() - 1);
      assertThat(drill.cases()).hasSameSizeAs(drill.exercise().applicants());
      assertThat(scorer.of(drill).goals()).hasSize(3);
    }
  }

  @Test
  void aReviewThatGrantsAndRejectsAsTheLawSaysEarnsEverything() {
    Drill drill = trainee.begins("company-review", "nyApproval");
    for (int i = 0; i < drill.exercise().applicants().size(); i++) {
      boolean unlawful = drill.exercise().applicants().get(i).refusal() != null;
      trainee.does(drill, trainee.meets(drill, i), REVIEW, unlawful ? REJECT : GRANT);
    }
    hall.pass(Duration.ofHours(6));
    Score score = ended(drill);
    assertThat(bad(score)).isEmpty();
    assertThat(score.points()).isEqualTo(100);
    assertThat(drill.words()).anyMatch(word -> word.text().equals("已评价：非常满意"));
  }

  @Test
  void refusingWithoutGroundAndGrantingAgainstTheLawAreToldApart() {
    Drill drill = trainee.begins("company-review", "lcApproval");
    trainee.does(drill, trainee.meets(drill, 0), REVIEW, REJECT);
    trainee.does(drill, trainee.meets(drill, 1), REVIEW, GRANT);
    hall.pass(Duration.ofHours(3));
    Score score = ended(drill);
    assertThat(bad(score)).contains("符合条件，应当准予，却拒绝了", "企业名称含有赌博内容：却准予了", "符合法定条件，却不予许可");
    assertThat(goal(score, "依法办理").points()).isEqualTo(20);
    assertThat(goal(score, "决定正确").points()).isZero();
  }

  @Test
  void powerIsConnectedInTimeAndRefusedOnlyOutsideTheArea() {
    Drill drill = trainee.begins("power-supply", "nyPower");
    for (int i = 0; i < drill.exercise().applicants().size(); i++) {
      DrillCase theCase = trainee.meets(drill, i);
      boolean outside = drill.exercise().applicants().get(i).refusal() != null;
      trainee.does(drill, theCase, "userTask_acceptApplication", accepted(!outside));
      if (!outside) {
        trainee.does(drill, theCase, "userTask_energise", connected());
      }
    }
    hall.pass(Duration.ofHours(6));
    Score score = ended(drill);
    assertThat(bad(score)).isEmpty();
    assertThat(score.points()).isEqualTo(100);
  }

  @Test
  void refusingATenantPowerGoesAgainstThePowerLaw() {
    Drill drill = trainee.begins("power-supply", "nyPower");
    trainee.does(drill, trainee.meets(drill, 1), "userTask_acceptApplication", accepted(false));
    hall.pass(Duration.ofHours(1));
    Score score = ended(drill);
    assertThat(goal(score, "依法办理").lines())
        .anySatisfy(line -> assertThat(line.clause()).contains("《电力法》第二十六条"));
  }

  @Test
  void aCompletionReportIsAskedForAndThePermitIsNot() {
    Drill drill = trainee.begins("completion-window", "lcClerk");
    trainee.concludes(drill, trainee.meets(drill, 0));
    DrillCase unsealed = trainee.meets(drill, 1);
    trainee.tells(drill, unsealed, "竣工验收报告缺监理单位盖章，请补盖");
    DrillCase missing = trainee.meets(drill, 2);
    trainee.tells(drill, missing, "请提交竣工验收报告；请提交施工许可证");
    trainee.awaitsAnswer(unsealed);
    trainee.concludes(drill, unsealed);
    trainee.awaitsAnswer(missing);
    trainee.concludes(drill, missing);
    for (DrillCase one : drill.cases()) {
      trainee.handsOut(drill, one);
    }
    Score score = ended(drill);
    assertThat(bad(score)).containsExactly("要求提交政府部门共享的“建筑工程施工许可证”：“请提交施工许可证”");
    assertThat(score.points()).isEqualTo(90);
  }

  @Test
  void aBusyDayHasSomebodyWhoWithdrawsAndSomebodyWhoComplains() {
    Drill drill = trainee.begins("company-busy-day", "sxClerk");
    DrillCase rated = trainee.meets(drill, 0);
    trainee.concludes(drill, rated);
    trainee.handsOut(drill, rated);
    DrillCase withdrawn = trainee.meets(drill, 2);
    hall.pass(Duration.ofHours(1));
    assertThat(withdrawn.isWithdrawalAsked()).isTrue();
    trainee.recordsWithdrawal(drill, withdrawn);
    assertThat(files.find(withdrawn.receiptNo()).orElseThrow().state())
        .isEqualTo(CaseState.WITHDRAWN);
    DrillCase sound = trainee.meets(drill, 4);
    trainee.tells(drill, sound, "请提交身份证复印件");
    trainee.awaitsAnswer(sound);
    trainee.concludes(drill, sound);
    trainee.handsOut(drill, sound);
    hall.pass(Duration.ofHours(2));
    Score score = ended(drill);
    assertThat(bad(score)).doesNotContain("申请人要求撤回申请，没有登记");
    assertThat(goal(score, "一次性告知不遗漏").lines())
        .noneMatch(line -> line.receiptNo().equals(withdrawn.receiptNo()));
    assertThat(drill.words())
        .anyMatch(word -> word.receiptNo() != null && word.text().contains("撤回来"))
        .anyMatch(word -> word.text().equals("已评价：非常不满意"));
  }

  @Test
  void notRecordingAWithdrawalIsABreach() {
    Drill drill = trainee.begins("company-busy-day", "hkClerk");
    trainee.meets(drill, 2);
    hall.pass(Duration.ofHours(2));
    assertThat(bad(ended(drill))).contains("申请人要求撤回申请，没有登记");
  }

  private Score ended(Drill drill) {
    hall.end(drill);
    return scorer.of(drill);
  }

  private static Map<String, Object> accepted(boolean accepts) {
    return accepts
        ? Map.of("acceptanceDecision", "accept", "worksNeeded", "no")
        : Map.of("acceptanceDecision", "refuse", "acceptanceReason", "用电地址不在本供电营业区内");
  }

  private Map<String, Object> connected() {
    return Map.of(
        "contractNo", "GYD-12345678",
        "contractSigning", "online",
        "meterNo", "37123456789",
        "energisedOn", Moments.local(hall.clock().now()).toLocalDate().toString());
  }
}
