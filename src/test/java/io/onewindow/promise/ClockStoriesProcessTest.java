package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
@OnBothDatabases
class ClockStoriesProcessTest {

  private static final String SERVICE = "company-registration";

  @Autowired private Hall hall;
  @Autowired private ClockStories stories;
  @Autowired private PromiseClock clocks;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void tellsTheCasesStoryForAStepThatTookItsClockOver() {
    ProcessInstance theCase = accepted("nyClerk", "2026-09-11T16:30", Map.of("taxChoice", "now"));
    ClockStory story = storyOf(theCase, "tax");
    assertThat(story.basis()).isEqualTo("办件总时限（承诺时限）");
    assertThat(story.ofWholeCase()).isTrue();
    assertThat(story.limit()).isEqualTo("2小时");
    assertThat(story.promise())
        .isEqualTo("宁政发〔2021〕8号 附件·开办企业1：“实现企业开办最长4个小时办结常态化，一般性企业开办2个小时内即可办结”");
    assertThat(story.statute()).startsWith("《市场主体登记管理条例》第十九条：“不能当场登记的");
    assertThat(story.days())
        .extracting(ClockStory.Day::why)
        .containsExactly("计 1 小时（16:30–17:30）", "星期六", "星期日", "计 1 小时（09:00–10:00）");
    hall.itIs("2026-09-14T10:00");
    assertThat(storyOf(theCase, "tax").days().get(3).events())
        .containsExactly("09:00 提醒经办人", "09:30 临近到期，亮黄灯", "10:00 时限届满未办结，亮红灯");
  }

  @Test
  void marksTheAllowanceForWhatIsPromisedAtOnceAsOurOwn() {
    ProcessInstance theCase = accepted("lcClerk", "2026-09-15T09:00", Map.of("bankChoice", "now"));
    ClockStory story = storyOf(theCase, "bank-account");
    assertThat(story.limit()).isEqualTo("即时");
    assertThat(story.days())
        .extracting(ClockStory.Day::why)
        .containsExactly("即时办结，系统容许办理至 2026-09-15 09:30（内部默认，非承诺）");
  }

  @Test
  void saysThatACountyKeepsItsCitysPromise() {
    ProcessInstance theCase = accepted("sxClerk", "2026-09-15T09:00", Map.of("taxChoice", "now"));
    assertThat(storyOf(theCase, "case").promise()).endsWith("（沿用聊城市）");
  }

  @Test
  void tellsOfEveryClockOfACaseTheSameStoryEachTime() {
    ProcessInstance theCase = accepted("lcClerk", "2026-09-15T09:00", Map.of());
    hall.completes(
        "lcClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    List<StepClock> all = clocks.all(theCase.getId());
    assertThat(all).extracting(StepClock::step).contains("acceptance", "case", "follow-up");
    assertThat(all)
        .allSatisfy(
            clock -> {
              ClockStory story = stories.of(clock);
              assertThat(story).isEqualTo(stories.of(clock));
              assertThat(story.days().get(0).date()).isEqualTo("2026-09-15");
              assertThat(story.days().stream().map(ClockStory.Day::date))
                  .contains(story.dueAt().toLocalDate())
                  .isSorted();
            });
  }

  private ProcessInstance accepted(String clerk, String when, Map<String, Object> more) {
    hall.itIs(when);
    ProcessInstance theCase = hall.starts(clerk, SERVICE, with(tradingCompany(), more));
    hall.completes(clerk, theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  private ClockStory storyOf(ProcessInstance theCase, String step) {
    return clocks.all(theCase.getId()).stream()
        .filter(clock -> clock.step().equals(step))
        .map(stories::of)
        .findFirst()
        .orElseThrow();
  }
}
