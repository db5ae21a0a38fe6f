package io.onewindow.casefile.progress;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.progress.ProgressView.ClockPart;
import io.onewindow.casefile.progress.ProgressView.ExtensionPart;
import io.onewindow.casefile.progress.ProgressView.PausePart;
import io.onewindow.promise.Basis;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.ClockStories;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was promised to the applicant and what is left of it: the clock of the whole case, and
 * before it runs the five days in which the window must answer. Our own times are nobody's promise
 * and are not shown.
 */
@Component
class ProgressClock {

  private static final String ACCEPTANCE = "acceptance";

  private final CaseFile files;
  private final PromiseClock clocks;
  private final ClockStories stories;
  private final ClockActs acts;

  ProgressClock(CaseFile files, PromiseClock clocks, ClockStories stories, ClockActs acts) {
    this.files = files;
    this.clocks = clocks;
    this.stories = stories;
    this.acts = acts;
  }

  /** Null where nothing is promised yet. */
  ClockPart of(CaseRecord file) {
    List<StepClock> shown =
        clocks.all(files.instancesOf(file)).stream()
            .filter(clock -> clock.basis() != Basis.INTERNAL)
            .toList();
    return Stream.of(
            latest(shown.stream().filter(StepClock::isWholeCase)),
            latest(shown.stream().filter(clock -> clock.step().equals(ACCEPTANCE))))
        .filter(Objects::nonNull)
        .findFirst()
        .map(clock -> part(file, clock))
        .orElse(null);
  }

  private static StepClock latest(Stream<StepClock> clocks) {
    return clocks.max(Comparator.comparing(StepClock::startedAt)).orElse(null);
  }

  private ClockPart part(CaseRecord file, StepClock clock) {
    return new ClockPart(
        clock.isWholeCase() ? "全部办理" : "受理审查",
        remaining(file, clock),
        light(clock),
        Moments.local(clock.stoppedAt()),
        stories.forApplicant(clock));
  }

  private String remaining(CaseRecord file, StepClock clock) {
    if (clock.stoppedAt() == null) {
      return clocks.remaining(clock);
    }
    if (file.state() == CaseState.NOTIFIED) {
      return "等待您补正，补正后重新计时";
    }
    return clock.stoppedAt().isAfter(clock.dueAt()) ? "已办结，超过时限" : "已在时限内办结";
  }

  private static String light(StepClock clock) {
    return clock.pausedAt() != null && clock.stoppedAt() == null
        ? "paused"
        : clock.light().name().toLowerCase(Locale.ROOT);
  }

  List<PausePart> pauses(CaseRecord file) {
    return files.instancesOf(file).stream()
        .flatMap(instance -> acts.pauses(instance).stream())
        .map(
            pause ->
                new PausePart(
                    pause.kind().label(),
                    pause.kind().basis(),
                    pause.noticeNo(),
                    pause.reason(),
                    Moments.local(pause.pausedAt()),
                    Moments.local(pause.resumedAt())))
        .toList();
  }

  /** Every clock of the case that was moved has its own line in the journal; one is told. */
  List<ExtensionPart> extensions(CaseRecord file) {
    return files.instancesOf(file).stream()
        .flatMap(instance -> acts.journal(instance).stream())
        .filter(event -> event.kind() == ClockEvent.Kind.EXTENDED)
        .limit(1)
        .map(
            event ->
                new ExtensionPart(
                    event.reason(),
                    Moments.local(event.at()),
                    Moments.local(event.oldDue()),
                    Moments.local(event.newDue())))
        .toList();
  }
}
