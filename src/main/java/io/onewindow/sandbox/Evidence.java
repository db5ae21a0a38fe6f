package io.onewindow.sandbox;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseNotice;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Materials;
import io.onewindow.engine.Callers;
import io.onewindow.promise.Ledger;
import io.onewindow.promise.Light;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.promise.StepNames;
import io.onewindow.sandbox.CaseEvidence.Limit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Reads how a case of a drill went from the same records as production keeps. */
@Component
@Profile("sandbox")
class Evidence {

  private final CaseFile files;
  private final Materials materials;
  private final PromiseClock clocks;
  private final Ledger ledger;
  private final StepNames names;
  private final Callers callers;
  private final Clock time;

  Evidence(
      CaseFile files,
      Materials materials,
      PromiseClock clocks,
      Ledger ledger,
      StepNames names,
      Callers callers,
      Clock time) {
    this.files = files;
    this.materials = materials;
    this.clocks = clocks;
    this.ledger = ledger;
    this.names = names;
    this.callers = callers;
    this.time = time;
  }

  CaseEvidence of(Drill drill, DrillCase theCase) {
    return callers.asSystem(() -> read(drill, theCase));
  }

  private CaseEvidence read(Drill drill, DrillCase theCase) {
    CaseRecord file = files.find(theCase.receiptNo()).orElseThrow();
    List<Material> register = materials.list(file.receiptNo());
    String items = files.notice(file.receiptNo()).map(CaseNotice::items).orElse(null);
    Instant until = drill.ended() == null ? time.instant() : drill.ended();
    List<Limit> limits =
        clocks.all(files.instancesOf(file)).stream()
            .filter(one -> one.isWholeCase() || theCase.ownTasks().contains(one.activityId()))
            .map(one -> limit(one, until))
            .toList();
    return new CaseEvidence(
        theCase,
        file,
        limits,
        register,
        NoticeReading.of(items, theCase.applicant().faults(), drill.exercise(), register));
  }

  private Limit limit(StepClock clock, Instant until) {
    Instant end = clock.stoppedAt() == null ? until : clock.stoppedAt();
    boolean stands = clock.stoppedAt() == null && clock.pausedAt() != null;
    return new Limit(
        clock.isWholeCase() ? "整件办理" : names.of(clock.service(), clock.activityId()),
        clock.dueAt(),
        clock.stoppedAt(),
        clock.light() == Light.RED || !stands && end.isAfter(clock.dueAt()),
        clause(clock));
  }

  private String clause(StepClock clock) {
    if (clock.promiseId() != null) {
      return ledger.promise(clock.promiseId()).citation();
    }
    return clock.statuteId() == null
        ? clock.basis().label()
        : ledger.statute(clock.statuteId()).citation();
  }
}
