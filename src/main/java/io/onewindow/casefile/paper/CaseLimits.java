package io.onewindow.casefile.paper;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.promise.Basis;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.ClockStories;
import io.onewindow.promise.ClockStory;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a case's clock says to its applicant on the day of acceptance. */
@Component
class CaseLimits {

  private final CaseFile files;
  private final PromiseClock clocks;
  private final ClockStories stories;
  private final ClockActs acts;

  CaseLimits(CaseFile files, PromiseClock clocks, ClockStories stories, ClockActs acts) {
    this.files = files;
    this.clocks = clocks;
    this.stories = stories;
    this.acts = acts;
  }

  /** Whether silence had the effect of acceptance. */
  boolean isDeemedAccepted(CaseRecord file) {
    return files.instancesOf(file).stream()
        .flatMap(instance -> acts.journal(instance).stream())
        .anyMatch(event -> event.kind() == ClockEvent.Kind.DEEMED_ACCEPTED);
  }

  /** Writes down until when the case is to be decided, by promise and by law. */
  void tell(CaseRecord file, Draft draft) {
    Optional<StepClock> wholeCase =
        clocks.all(files.instancesOf(file)).stream().filter(StepClock::isWholeCase).findFirst();
    if (wholeCase.isEmpty()) {
      draft.fact("办理时限", "自受理之日起计算，届满时间以办理进度页所示为准");
      return;
    }
    StepClock clock = wholeCase.get();
    ClockStory story = stories.of(clock);
    if (clock.basis() == Basis.PROMISED) {
      draft.fact("承诺办结时间", ChineseTime.minute(clock.dueAt()) + " 前（" + story.limit() + "）");
      draft.fact("承诺依据", story.promise());
    } else {
      draft.fact("承诺办结时间", "公布的方案未作数值承诺");
    }
    if (clock.statutoryDueAt() != null) {
      draft.fact("法定届满时间", ChineseTime.minute(clock.statutoryDueAt()));
      draft.fact("法定依据", story.statute());
    }
    if (clock.provisional()) {
      draft.remark("时限涉及国务院办公厅尚未公布放假安排的年份，上述日期为暂计；放假安排公布后重新计算并以办理进度页所示为准。");
    }
  }
}
