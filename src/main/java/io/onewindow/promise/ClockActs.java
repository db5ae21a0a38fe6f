package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final ClockTimers timers;
  private final ClockLights lights;
  private final ClockExtensions extensions;
  private final HallCalendars calendars;
  private final OfficersRight right;
  private final Clock time;

  ClockActs(
      ClockStore clocks,
      ClockJournal journal,
      ClockTimers timers,
      ClockLights lights,
      ClockExtensions extensions,
      HallCalendars calendars,
      OfficersRight right,
      Clock time) {
    this.clocks = clocks;
    this.journal = journal;
    this.timers = timers;
    this.lights = lights;
    this.extensions = extensions;
    this.calendars = calendars;
    this.right = right;
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
    List<StepClock> running = clocks.pausable(processInstanceId);
    String actor = right.toPause(clocks.all(processInstanceId));
    if (running.isEmpty()) {
      throw Problem.conflict("no-clock", "本办件没有正在计时的承诺或法定办理时限，无需停表。");
    }
    new ActFields()
        .kind(kind, running.get(0).service())
        .notice(noticeNo)
        .reason("停表理由", reason, "为必填项")
        .check();
    Pause pause =
        new Pause(
            UUID.randomUUID().toString(),
            processInstanceId,
            kind,
            noticeNo.strip(),
            reason.strip(),
            now(),
            actor,
            null,
            null);
    begin(pause, running);
    return pause.id();
  }

  /**
   * The model stands on a step that its plan does not count, such as the customer's own works: the
   * clocks of the service stand still until {@link #include}. Nobody decides it and no notice is
   * needed; the clause that says so stands in its place.
   *
   * @param step name of the step, in Chinese
   */
  void exclude(String processInstanceId, PauseKind kind, String step) {
    Pause pause =
        new Pause(
            UUID.randomUUID().toString(),
            processInstanceId,
            kind,
            kind.basis(),
            step,
            now(),
            null,
            null,
            null);
    List<StepClock> running = clocks.pausable(processInstanceId);
    begin(pause, running);
    running.forEach(timers::holdOnceWritten);
  }

  /** The step that is not counted is over. */
  void include(String processInstanceId, String step) {
    List<Pause> open = journal.openPauses(processInstanceId);
    ofModel(open, step).ifPresent(pause -> end(pause, open, null));
  }

  /** The step that is not counted is cancelled: its clocks and their timers go with the case. */
  void abandon(String processInstanceId, String step) {
    ofModel(journal.openPauses(processInstanceId), step).ifPresent(pause -> close(pause, null));
  }

  private static Optional<Pause> ofModel(List<Pause> open, String step) {
    return open.stream()
        .filter(pause -> pause.isOfModel() && pause.reason().equals(step))
        .findFirst();
  }

  private void begin(Pause pause, List<StepClock> running) {
    journal.open(pause);
    running.stream()
        .filter(clock -> clock.pausedAt() == null)
        .forEach(clock -> hold(clock, pause.pausedAt()));
    journal.write(ClockEvent.of(pause, ClockEvent.Kind.PAUSED, pause.pausedAt(), pause.pausedBy()));
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
    String actor = right.toPause(clocks.all(processInstanceId));
    List<Pause> open = journal.openPauses(processInstanceId);
    Pause ending =
        open.stream()
            .filter(pause -> pause.id().equals(pauseId))
            .findFirst()
            .orElseThrow(() -> Problem.conflict("no-pause", "没有这次停表，或者已经恢复计时。"));
    if (ending.isOfModel()) {
      throw Problem.conflict(
          "pause-of-model", "这次停表由“" + ending.reason() + "”环节自动开始，该环节办结后自动恢复计时。");
    }
    end(ending, open, actor);
  }

  private void end(Pause ending, List<Pause> open, String actor) {
    Instant now = close(ending, actor);
    if (open.size() == 1) {
      runAgain(ending.processInstanceId(), now, actor);
    }
  }

  private Instant close(Pause ending, String actor) {
    Instant now = now();
    journal.close(ending.id(), now, actor);
    journal.write(ClockEvent.of(ending, ClockEvent.Kind.RESUMED, now, actor));
    return now;
  }

  /** The case's own clock goes first: the steps that took it over follow its new instants. */
  private void runAgain(String processInstanceId, Instant now, String actor) {
    List<StepClock> held =
        clocks.locked(processInstanceId).stream()
            .filter(clock -> clock.pausedAt() != null)
            .sorted(Comparator.comparing(StepClock::isWholeCase).reversed())
            .toList();
    StepClock wholeCase = null;
    for (StepClock clock : held) {
      StepClock moved = shifted(clock, now, wholeCase);
      wholeCase = clock.isWholeCase() ? moved : wholeCase;
      clocks.redate(moved);
      timers.move(moved);
      timers.run(moved);
      if (!moved.dueAt().equals(clock.dueAt())) {
        journal.write(ClockEvent.moved(clock, moved, ClockEvent.Kind.MOVED, now, actor, null));
      }
      lights.follow(clock, moved, actor, null);
    }
  }

  private StepClock shifted(StepClock clock, Instant now, StepClock wholeCase) {
    WorkCalendar calendar = calendars.of(clock.jurisdiction());
    ClockShift shift = new ClockShift(calendar, clock.pausedAt(), now);
    boolean follows = clock.basis() == Basis.CASE && wholeCase != null;
    StepClock moved = shift.of(clock.pausedSince(null), clock.unit());
    return follows ? moved.following(wholeCase, calendar) : moved;
  }

  /**
   * Extends the law's limit of a case once. A promise to the public stays where it is; only where
   * the law's limit governs does the due instant move.
   *
   * <p>Who may approve it follows from the law's limit: the head of the authority, or of the
   * people's government where several handle the case jointly (行政许可法第四十二条).
   *
   * @param units working days more, at most what the law allows
   * @param reason what the applicant is told
   * @throws Problem 400 when too long or without reason, 403 for the wrong person, 409 when
   *     extended before, passed already, or the law knows no extension
   */
  @Transactional
  public void extend(String processInstanceId, int units, String reason) {
    List<StepClock> running = clocks.pausable(processInstanceId);
    Optional<Statute> lawful = extensions.allowing(running);
    String actor = right.toExtend(clocks.all(processInstanceId), lawful);
    if (extensions.isUsed(processInstanceId)) {
      throw Problem.conflict("extended-already", "本办件已经延期过一次，不得再次延期。");
    }
    Statute statute =
        lawful.orElseThrow(() -> Problem.conflict("no-extension", "本办件当前没有法律允许延长的时限。"));
    new ActFields().units(units, statute).reason("延期理由", reason, "为必填项，并须告知申请人").check();
    extensions.extend(running, statute, units, reason.strip(), now(), actor);
  }

  /** Pauses of a case, in the order they began. */
  public List<Pause> pauses(String processInstanceId) {
    return journal.pauses(processInstanceId);
  }

  /** What happened to the clocks of a case, in the order it happened. */
  public List<ClockEvent> journal(String processInstanceId) {
    return journal.of(processInstanceId);
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
