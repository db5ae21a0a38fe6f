package io.onewindow.promise;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers may do to the clocks of a case: let them stand still for a special procedure and
 * run again, and extend the law's limit once. Rows, timers and due dates move in one transaction;
 * the journal keeps who, why and on which notice.
 */
@Service
public class ClockActs {

  private static final Set<String> MAY_PAUSE = Set.of("approval", "leader");
  private static final Set<String> MAY_EXTEND = Set.of("leader");
  private static final int LONGEST_NOTICE = 64;
  private static final int LONGEST_REASON = 1000;

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final ClockTimers timers;
  private final HallCalendars calendars;
  private final Ledger ledger;
  private final Callers callers;
  private final Clock time;

  ClockActs(
      ClockStore clocks,
      ClockJournal journal,
      ClockTimers timers,
      HallCalendars calendars,
      Ledger ledger,
      Callers callers,
      Clock time) {
    this.clocks = clocks;
    this.journal = journal;
    this.timers = timers;
    this.calendars = calendars;
    this.ledger = ledger;
    this.callers = callers;
    this.time = time;
  }

  /**
   * Stops the clocks of a case for a special procedure. Pauses may overlap; the clocks run again
   * when the last of them has ended.
   *
   * @return the pause's id
   * @throws Problem 400 without notice or reason or for a kind the service does not allow, 403 for
   *     somebody who may not, 409 when no clock runs that a pause could stop
   */
  @Transactional
  public String pause(String processInstanceId, PauseKind kind, String noticeNo, String reason) {
    String actor = allowed(MAY_PAUSE, "停表须由行政审批部门办理。");
    requireText(noticeNo, "noticeNo", "通知书编号", LONGEST_NOTICE, "停表须书面告知申请人，请填写通知书编号");
    requireText(reason, "reason", "停表理由", LONGEST_REASON, "为必填项");
    List<StepClock> running = pausable(processInstanceId);
    if (running.isEmpty()) {
      throw Problem.conflict("no-clock", "本办件没有正在计时的承诺或法定时限，无需停表。");
    }
    if (!kind.isAllowedFor(running.get(0).service())) {
      throw Problem.badRequest("pause-kind", "“" + kind.label() + "”不适用于本事项。");
    }
    Instant now = now();
    Pause pause =
        new Pause(
            UUID.randomUUID().toString(),
            processInstanceId,
            kind,
            noticeNo,
            reason,
            now,
            actor,
            null,
            null);
    journal.open(pause);
    running.stream().filter(clock -> clock.pausedAt() == null).forEach(clock -> hold(clock, now));
    note(pause, ClockEvent.Kind.PAUSED, kind.label() + "：" + reason, actor);
    return pause.id();
  }

  private void hold(StepClock clock, Instant now) {
    clocks.redate(clock.pausedSince(now));
    timers.hold(clock);
  }

  /**
   * Ends a pause.
   *
   * @throws Problem 403 for somebody who may not, 409 when there is no such pause or it has ended
   */
  @Transactional
  public void resume(String processInstanceId, String pauseId) {
    String actor = allowed(MAY_PAUSE, "恢复计时须由行政审批部门办理。");
    List<Pause> open =
        journal.pauses(processInstanceId).stream().filter(p -> p.resumedAt() == null).toList();
    Pause ending =
        open.stream()
            .filter(pause -> pause.id().equals(pauseId))
            .findFirst()
            .orElseThrow(() -> Problem.conflict("no-pause", "没有这次停表，或者已经恢复计时。"));
    Instant now = now();
    journal.close(pauseId, now, actor);
    note(ending, ClockEvent.Kind.RESUMED, null, actor);
    if (open.size() == 1) {
      runAgain(processInstanceId, now, actor);
    }
  }

  /** The case's own clock goes first: the steps that took it over follow its new instants. */
  private void runAgain(String processInstanceId, Instant now, String actor) {
    List<StepClock> held =
        clocks.locked(processInstanceId).stream()
            .filter(clock -> clock.pausedAt() != null)
            .toList();
    for (StepClock clock : held) {
      StepClock moved = shifted(clock, now, held);
      clocks.redate(moved);
      timers.move(moved);
      timers.run(moved);
      if (!moved.dueAt().equals(clock.dueAt())) {
        journal.write(moved(clock, moved, ClockEvent.Kind.MOVED, now, actor, null));
      }
    }
  }

  private StepClock shifted(StepClock clock, Instant now, List<StepClock> held) {
    ClockShift shift = new ClockShift(calendars.of(clock.jurisdiction()), clock.pausedAt(), now);
    StepClock counted =
        clock.basis() == Basis.CASE
            ? held.stream().filter(StepClock::isWholeCase).findFirst().orElse(clock)
            : clock;
    return shift.of(clock.pausedSince(null), counted.unit());
  }

  /**
   * Extends the law's limit of a case once. A promise to the public stays where it is; only where
   * the law's limit governs does the due instant move.
   *
   * @param units working days more, at most what the law allows
   * @param reason what the applicant is told
   * @throws Problem 400 when too long or without reason, 403 for the wrong person, 409 when
   *     extended before, passed already, or the law knows no extension
   */
  @Transactional
  public void extend(String processInstanceId, int units, String reason) {
    String actor = allowed(MAY_EXTEND, "延期须经本机关负责人批准。");
    requireText(reason, "reason", "延期理由", LONGEST_REASON, "为必填项，并须告知申请人");
    List<StepClock> extendable =
        pausable(processInstanceId).stream().filter(c -> c.statutoryDueAt() != null).toList();
    Statute statute =
        extendable.stream()
            .map(clock -> ledger.statute(clock.statuteId()))
            .filter(found -> found != null && found.extensionValue() != null)
            .findFirst()
            .orElseThrow(() -> Problem.conflict("no-extension", "本办件当前没有法律允许延长的时限。"));
    if (units < 1 || units > statute.extensionValue()) {
      throw Problem.badFields(
          List.of(
              new Problem.Field(
                  "units",
                  "延长天数",
                  "应为 1 至 " + statute.extensionValue() + " 个工作日（" + statute.article() + "）")));
    }
    List<StepClock> own =
        extendable.stream().filter(c -> statute.statuteId().equals(c.statuteId())).toList();
    if (own.stream().anyMatch(clock -> clock.extendedBy() != null)
        || journal.of(processInstanceId).stream()
            .anyMatch(event -> event.kind() == ClockEvent.Kind.EXTENDED)) {
      throw Problem.conflict("extended-already", "本办件已经延期过一次，不得再次延期。");
    }
    own.forEach(clock -> extend(clock, units, reason, actor));
  }

  private void extend(StepClock clock, int units, String reason, String actor) {
    Instant now = now();
    if (!clock.statutoryDueAt().isAfter(now)) {
      throw Problem.conflict("limit-passed", "法定时限已经届满，不能再延期。");
    }
    Extension extension = new Extension(calendars.of(clock.jurisdiction()), units);
    StepClock longer = extension.of(clock.extendedBy(units));
    clocks.redate(longer);
    timers.move(longer);
    journal.write(moved(clock, longer, ClockEvent.Kind.EXTENDED, now, actor, reason));
  }

  /** Pauses of a case, in the order they began. */
  public List<Pause> pauses(String processInstanceId) {
    return journal.pauses(processInstanceId);
  }

  /** What happened to the clocks of a case, in the order it happened. */
  public List<ClockEvent> journal(String processInstanceId) {
    return journal.of(processInstanceId);
  }

  private List<StepClock> pausable(String processInstanceId) {
    return clocks.locked(processInstanceId).stream().filter(StepClock::isPausable).toList();
  }

  private String allowed(Set<String> groups, String refusal) {
    return callers
        .current()
        .filter(caller -> caller.groups().stream().anyMatch(groups::contains))
        .map(Caller::id)
        .orElseThrow(() -> Problem.forbidden("not-your-act", refusal));
  }

  private static void requireText(String text, String key, String label, int most, String reason) {
    if (text == null || text.isBlank()) {
      throw Problem.badFields(List.of(new Problem.Field(key, label, reason)));
    }
    if (text.length() > most) {
      throw Problem.badFields(List.of(new Problem.Field(key, label, "不能超过 " + most + " 个字符")));
    }
  }

  private void note(Pause pause, ClockEvent.Kind kind, String reason, String actor) {
    journal.write(
        new ClockEvent(
            pause.processInstanceId(),
            null,
            kind,
            now(),
            actor,
            reason,
            pause.noticeNo(),
            null,
            null));
  }

  private static ClockEvent moved(
      StepClock before,
      StepClock after,
      ClockEvent.Kind kind,
      Instant when,
      String actor,
      String reason) {
    boolean governs = !before.dueAt().equals(after.dueAt());
    return new ClockEvent(
        before.processInstanceId(),
        before.id(),
        kind,
        when,
        actor,
        reason,
        null,
        governs ? before.dueAt() : before.statutoryDueAt(),
        governs ? after.dueAt() : after.statutoryDueAt());
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
