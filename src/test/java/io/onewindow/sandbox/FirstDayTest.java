package io.onewindow.sandbox;

import static io.onewindow.sandbox.Scores.bad;
import static io.onewindow.sandbox.Scores.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first day at the window: a perfect one, and what each fault costs. */
@DrillTest
class FirstDayTest {

  private static final String CLERK = "nyClerk";
  private static final String TWO_FAULTS = "1. 缺少公司章程，请提交\n2. 任职文件缺股东签字，请补签";
  private static final String WRONG_ID = "申请书上的身份证号码与申请表不一致，请更正";

  @Autowired private Trainee trainee;
  @Autowired private DrillHall hall;
  @Autowired private Scorer scorer;

  private Drill drill;

  @BeforeEach
  void aTraineeBegins() {
    drill = trainee.begins("company-first-day", CLERK);
  }

  @Test
  void aPerfectDayEarnsEverything() {
    sound();
    missing(TWO_FAULTS);
    wrongId(WRONG_ID);
    committed();
    Score score = ended();
    assertThat(bad(score)).isEmpty();
    assertThat(score.points()).isEqualTo(100).isEqualTo(score.of());
    assertThat(goal(score, "承诺兑现").lines()).hasSizeGreaterThan(10);
    assertThat(goal(score, "一次性告知不遗漏").lines()).hasSize(4);
    assertThat(drill.words()).anyMatch(word -> word.text().contains("身份证号码"));
  }

  @Test
  void whatIsNotToldCostsItsShare() {
    sound();
    missing("缺少公司章程，请提交");
    wrongId(WRONG_ID);
    committed();
    Score score = ended();
    assertThat(bad(score)).containsExactly("任职文件没有股东签字：没有告知申请人");
    // three of four
    assertThat(goal(score, "一次性告知不遗漏").points()).isEqualTo(23);
    assertThat(goal(score, "承诺兑现").points()).isEqualTo(40);
    assertThat(goal(score, "依法办理").points()).isEqualTo(30);
  }

  @Test
  void askingForWhatTheGovernmentHasIsABreach() {
    wrongId(WRONG_ID + "；请提交身份证复印件");
    Score score = ended();
    assertThat(bad(score)).anyMatch(text -> text.startsWith("要求提交政府部门共享的“申请人、法定代表人和出资人身份证明”"));
    assertThat(goal(score, "依法办理").points()).isEqualTo(20);
    assertThat(goal(score, "依法办理").lines().get(0).clause()).contains("宁政发〔2021〕8号", "第三十一条");
    assertThat(drill.words()).anyMatch(word -> word.text().startsWith("投诉"));
  }

  @Test
  void askingForWhatWasBroughtIsABreach() {
    DrillCase theCase = trainee.meets(drill, 0);
    trainee.tells(drill, theCase, "请再交一份公司章程；请带两张一寸照片");
    Score score = ended();
    assertThat(bad(score))
        .anyMatch(text -> text.startsWith("“章程”已经提交且没有问题"))
        .contains("练习结束时还没有办结", "第2位申请人还没有来，练习就结束了");
    assertThat(goal(score, "依法办理").lines())
        .anyMatch(line -> line.good() && line.text().contains("请带两张一寸照片"));
    assertThat(goal(score, "依法办理").points()).isEqualTo(20);
  }

  @Test
  void wantingToTellTwiceIsABreachThoughTheSystemStopsIt() {
    DrillCase theCase = trainee.meets(drill, 1);
    trainee.tells(drill, theCase, "缺少公司章程，请提交");
    trainee.awaitsAnswer(theCase);
    assertThat(refused(() -> trainee.tells(drill, theCase, "任职文件缺股东签字"))).contains("已一次性告知");
    Score score = ended();
    assertThat(bad(score)).contains("第二次要求补正（系统已拦下）");
    assertThat(goal(score, "依法办理").points()).isEqualTo(20);
  }

  @Test
  void recordingAWithdrawalNobodyAskedForIsARefusal() {
    trainee.recordsWithdrawal(drill, trainee.meets(drill, 0));
    assertThat(bad(ended())).contains("申请人没有要求撤回，却登记为撤回，等于拒绝申请");
  }

  @Test
  void silenceMissesTheLimitAndEveryFault() {
    trainee.meets(drill, 3);
    hall.pass(Duration.ofHours(80));
    Score score = ended();
    assertThat(goal(score, "承诺兑现").points()).isLessThan(20);
    assertThat(goal(score, "一次性告知不遗漏").points()).isZero();
    assertThat(bad(score)).anyMatch(text -> text.contains("审查申请材料超时"));
  }

  private void sound() {
    DrillCase theCase = trainee.meets(drill, 0);
    trainee.concludes(drill, theCase);
    trainee.handsOut(drill, theCase);
  }

  private void missing(String notice) {
    DrillCase theCase = trainee.meets(drill, 1);
    trainee.tells(drill, theCase, notice);
    trainee.awaitsAnswer(theCase);
    trainee.concludes(drill, theCase);
    trainee.handsOut(drill, theCase);
  }

  private void wrongId(String notice) {
    DrillCase theCase = trainee.meets(drill, 2);
    trainee.tells(drill, theCase, notice);
    trainee.awaitsAnswer(theCase);
    trainee.concludes(drill, theCase);
    trainee.handsOut(drill, theCase);
  }

  private void committed() {
    DrillCase theCase = trainee.meets(drill, 3);
    trainee.takesCommitment(drill, theCase, "premises");
    trainee.concludes(drill, theCase);
    trainee.handsOut(drill, theCase);
  }

  private Score ended() {
    hall.end(drill);
    return scorer.of(drill);
  }

  private static String refused(Runnable deed) {
    try {
      deed.run();
    } catch (RuntimeException refusal) {
      return Problem.in(refusal).getMessage();
    }
    throw new AssertionError("it was not refused");
  }
}
