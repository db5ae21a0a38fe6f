package io.onewindow.casefile.rating;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An applicant rates the service; a bad rating is looked into and answered within our own times.
 */
@StoryTest
class RatingStoryTest {

  @Autowired private Hall hall;
  @Autowired private Ratings ratings;
  @Autowired private CaseFile files;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
    jdbc.sql("delete from ow_rating").update();
  }

  @Test
  void answersABadRating() {
    CaseRecord file = handedOut("2026-09-29T10:00");
    hall.itIs("2026-09-29T16:00");
    ratings.rate(file, 1, "等了四十分钟");
    ProcessInstance followUp = followUp(file);
    assertThat(hall.dueOf(followUp, "回访核实差评")).isEqualTo(LocalDateTime.parse("2026-09-30T17:30"));
    assertThat(ratings.find(file.receiptNo()).orElseThrow().isAwaitingAnswer()).isTrue();
    assertThat(hall.listOf("nyClerk")).isEmpty();
    hall.completes(
        "nySupervisor",
        followUp,
        "回访核实差评",
        Map.of("ratingFinding", "rectify", "ratingInquiry", "当日电话回访，叫号记录属实"));
    // counted from the rating, across National Day and the make-up Saturday 10 October
    assertThat(hall.dueOf(followUp, "整改并答复")).isEqualTo(LocalDateTime.parse("2026-10-12T17:30"));
    hall.completes("nySupervisor", followUp, "整改并答复", Map.of("ratingAnswer", "已增开出件窗口，感谢监督。"));
    assertThat(hall.hasEnded(followUp)).isTrue();
    Rating answered = ratings.find(file.receiptNo()).orElseThrow();
    assertThat(answered.isAwaitingAnswer()).isFalse();
    assertThat(answered.answer()).isEqualTo("已增开出件窗口，感谢监督。");
    assertThat(answered.remark()).isEqualTo("等了四十分钟");
  }

  @Test
  void tellsTheLeaderWhenNobodyLooksIntoIt() {
    CaseRecord file = handedOut("2026-09-15T10:00");
    ratings.rate(file, 2, null);
    ProcessInstance followUp = followUp(file);
    hall.itIs("2026-09-16T17:29");
    assertThat(hall.openTasks(followUp)).containsExactly("回访核实差评");
    hall.itIs("2026-09-16T17:31");
    assertThat(hall.openTasks(followUp)).containsExactly("回访核实差评", "负责人督办");
    hall.completes("nyLeader", followUp, "负责人督办", Map.of("correctiveAction", "责成当日联系评价人"));
    hall.itIs("2026-09-22T17:31");
    assertThat(hall.openTasks(followUp)).containsExactly("回访核实差评");
    hall.completes(
        "nySupervisor",
        followUp,
        "回访核实差评",
        Map.of("ratingFinding", "explain", "ratingInquiry", "电话回访，诉求缺乏依据"));
    hall.itIs("2026-09-22T17:32");
    assertThat(hall.openTasks(followUp)).contains("整改并答复", "负责人督办");
  }

  @Test
  void startsNothingForAGoodRating() {
    CaseRecord file = handedOut("2026-09-15T10:00");
    ratings.rate(file, 3, "  ");
    assertThat(ratings.find(file.receiptNo()).orElseThrow().remark()).isNull();
    assertThat(
            jdbc.sql("select count(*) from ow_audit where event = 'CASE_RATED' and receipt_no = ?")
                .param(file.receiptNo())
                .query(Long.class)
                .single())
        .isOne();
    assertThat(
            runtime.createProcessInstanceQuery().processDefinitionKey("rating-follow-up").count())
        .isZero();
  }

  @Test
  void takesOneRatingWithinFiveWorkingDaysOfHandingOut() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance open = hall.starts("nyClerk", "company-registration", tradingCompany());
    refuses(files.find(open.getBusinessKey()).orElseThrow(), 5, "not-yet");
    CaseRecord file = handedOut("2026-09-15T10:00");
    refuses(file, 0, "field-refused");
    refuses(file, null, "field-refused");
    // Sunday 20 September is a workday in 2026
    hall.itIs("2026-09-21T23:59");
    ratings.rate(file, 5, null);
    refuses(file, 1, "rated-already");
    CaseRecord late = handedOut("2026-09-23T10:00");
    hall.itIs("2026-10-09T00:00");
    assertThat(ratings.isOpen(late)).isFalse();
    refuses(late, 5, "rating-over");
  }

  private void refuses(CaseRecord file, Integer grade, String code) {
    assertThatThrownBy(() -> ratings.rate(file, grade, null))
        .satisfies(refusal -> assertThat(Problem.in(refusal).code()).isEqualTo(code));
  }

  private CaseRecord handedOut(String when) {
    hall.itIs(when);
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            // two companies at one address would be looked at twice
            with(tradingCompany(), Map.of("residence", "宁阳县文庙街道 " + when)));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    return files.find(theCase.getBusinessKey()).orElseThrow();
  }

  private ProcessInstance followUp(CaseRecord file) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("rating-follow-up")
        .processInstanceBusinessKey(file.receiptNo())
        .singleResult();
  }
}
