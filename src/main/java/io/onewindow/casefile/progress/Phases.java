package io.onewindow.casefile.progress;

import static io.onewindow.casefile.progress.ProgressView.Status.AHEAD;
import static io.onewindow.casefile.progress.ProgressView.Status.DONE;
import static io.onewindow.casefile.progress.ProgressView.Status.OPEN;
import static io.onewindow.casefile.progress.ProgressView.Status.SKIPPED;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.progress.CaseSteps.Placed;
import io.onewindow.casefile.progress.ProgressView.Phase;
import io.onewindow.casefile.progress.ProgressView.Status;
import io.onewindow.casefile.progress.ProgressView.Step;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every case goes the same way for its applicant: received, examined, handled, handed out. */
final class Phases {

  private enum Part {
    EXAMINATION,
    HANDLING,
    HANDING_OUT,
    AFTERWARDS
  }

  private static final Set<String> HANDING_OUT =
      Set.of(
          "userTask_handOut",
          "userTask_deliverDecision",
          "callActivity_handOut",
          "callActivity_deliverDecision");

  private final CaseRecord file;
  private final Map<Part, List<Step>> steps = new EnumMap<>(Part.class);

  private Phases(CaseRecord file, List<Placed> placed) {
    this.file = file;
    for (Placed one : placed) {
      steps.computeIfAbsent(part(one), part -> new ArrayList<>()).add(one.step());
    }
  }

  static List<Phase> of(CaseRecord file, List<Placed> placed) {
    return new Phases(file, placed).tell();
  }

  private Part part(Placed placed) {
    Instant start = placed.startedAt() == null ? null : placed.startedAt().toInstant();
    if (HANDING_OUT.contains(placed.activityId())) {
      return Part.HANDING_OUT;
    }
    if (file.closedAt() != null && (start == null || !start.isBefore(file.closedAt()))) {
      return Part.AFTERWARDS;
    }
    boolean examined =
        file.acceptedAt() != null && (start == null || !start.isBefore(file.acceptedAt()));
    return examined ? Part.HANDLING : Part.EXAMINATION;
  }

  private List<Phase> tell() {
    List<Phase> phases = new ArrayList<>();
    phases.add(new Phase("收件", DONE, Moments.local(file.receivedAt()), List.of()));
    phases.add(examination());
    phases.add(handling());
    phases.add(handingOut());
    if (steps.containsKey(Part.AFTERWARDS)) {
      phases.add(new Phase("后续", isOpen(Part.AFTERWARDS) ? OPEN : DONE, null, of(Part.AFTERWARDS)));
    }
    return phases;
  }

  private Phase examination() {
    boolean refused = file.state() == CaseState.REFUSED;
    String name = refused ? "受理审查：不予受理" : file.state() == CaseState.NOTIFIED ? "受理审查：待您补正" : "受理审查";
    Status status = refused || file.acceptedAt() != null ? DONE : OPEN;
    return new Phase(name, status, Moments.local(file.acceptedAt()), of(Part.EXAMINATION));
  }

  private Phase handling() {
    String name = file.state() == CaseState.REJECTED ? "办理：不予许可" : "办理";
    return new Phase(name, handlingStatus(), handledAt(), of(Part.HANDLING));
  }

  private Status handlingStatus() {
    if (file.acceptedAt() == null) {
      return file.state() == CaseState.REFUSED ? SKIPPED : AHEAD;
    }
    boolean over =
        file.closedAt() != null || (!isOpen(Part.HANDLING) && hasBegun(Part.HANDING_OUT));
    return over ? DONE : OPEN;
  }

  private OffsetDateTime handledAt() {
    return handlingStatus() == DONE
        ? of(Part.HANDLING).stream()
            .map(Step::doneAt)
            .filter(Objects::nonNull)
            .max(OffsetDateTime::compareTo)
            .orElse(null)
        : null;
  }

  private Phase handingOut() {
    boolean decision = file.state() == CaseState.REFUSED || file.state() == CaseState.REJECTED;
    Status status = file.closedAt() != null ? DONE : isOpen(Part.HANDING_OUT) ? OPEN : AHEAD;
    return new Phase(
        decision ? "送达决定" : "出件", status, Moments.local(file.closedAt()), of(Part.HANDING_OUT));
  }

  private List<Step> of(Part part) {
    return steps.getOrDefault(part, List.of());
  }

  private boolean isOpen(Part part) {
    return of(part).stream().anyMatch(step -> step.status() == OPEN);
  }

  private boolean hasBegun(Part part) {
    return of(part).stream().anyMatch(step -> step.status() != AHEAD);
  }
}
