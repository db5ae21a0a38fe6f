package io.onewindow.sandbox;

import io.onewindow.demo.Agenda;
import io.onewindow.engine.DrillTime;
import io.onewindow.engine.DueJobs;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What happens by itself while time passes: timers fire and scripted people act, each at its own
 * instant and in that order. For one thread at a time.
 */
@Component
@Profile("sandbox")
class Stage {

  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  private final DrillTime hands;
  private final DueJobs jobs;
  private final Watch watch;
  private final Drills drills;
  private final Coworkers coworkers;
  private final Applicants applicants;
  private Agenda agenda = new Agenda();

  Stage(
      DrillTime hands,
      DueJobs jobs,
      Watch watch,
      Drills drills,
      Coworkers coworkers,
      Applicants applicants) {
    this.hands = hands;
    this.jobs = jobs;
    this.watch = watch;
    this.drills = drills;
    this.coworkers = coworkers;
    this.applicants = applicants;
  }

  /**
   * @param round of the hall; the same exercise brings other people each time
   */
  void invite(Drill drill, int round) {
    applicants.invite(drill, round, agenda);
  }

  /** Nothing is going to happen any more. */
  void clear() {
    agenda = new Agenda();
    watch.forget();
  }

  /** When the next thing happens by itself; empty when nothing will. */
  Optional<Instant> next() {
    lookAround();
    return Stream.concat(agenda.next().stream(), jobs.next().map(DueJobs.Due::at).stream())
        .min(Instant::compareTo);
  }

  /** Lets time pass until then. */
  void until(Instant then, DrillClock clock) {
    boolean more = true;
    while (more) {
      lookAround();
      Optional<DueJobs.Due> job = jobs.next().filter(due -> !due.at().isAfter(then));
      Optional<Instant> entry = agenda.next().filter(at -> !at.isAfter(then));
      if (job.isPresent() && !job.get().at().isAfter(entry.orElse(then))) {
        move(clock, job.get().at());
        more = attempt(() -> jobs.fire(job.get()));
      } else if (entry.isPresent()) {
        move(clock, entry.get());
        attempt(agenda.take().deed());
      } else {
        more = false;
      }
    }
    move(clock, then);
  }

  private void move(DrillClock clock, Instant at) {
    clock.now(at);
    hands.set(clock.now());
  }

  /** A timer that failed is tried again the next time; what people are refused has not happened. */
  private boolean attempt(Runnable deed) {
    try {
      deed.run();
      return true;
    } catch (ProcessEngineException | Problem refusal) {
      LOG.warn("a step of the drill was refused: {}", refusal.getMessage());
      return false;
    }
  }

  private void lookAround() {
    for (var seen = watch.next(); seen.isPresent(); seen = watch.next()) {
      Watch.Seen one = seen.get();
      if (one.work() != null) {
        drills
            .caseOf(one.work().receiptNo())
            .ifPresent(found -> coworkers.expect(one.work(), found, agenda));
      } else {
        drills
            .caseOf(one.happened().file().receiptNo())
            .ifPresent(found -> applicants.hear(one.happened(), found, agenda));
      }
    }
  }
}
