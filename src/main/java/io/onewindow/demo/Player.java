package io.onewindow.demo;

import io.onewindow.department.Departments;
import io.onewindow.engine.DueJobs;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays a month: takes the earliest of what people are going to do and of the jobs that are due,
 * moves the clock there and does it, until the month is over. What is not done by then stays open.
 */
@Component
@Profile("demo")
class Player {

  private static final Logger LOG = LoggerFactory.getLogger(Player.class);

  private final Arrivals arrivals;
  private final Scripts scripts;
  private final Actors actors;
  private final Pace pace;
  private final Deeds deeds;
  private final DueJobs jobs;
  private final Observed observed;
  private final Departments departments;
  private final Clock time;

  Player(
      Arrivals arrivals,
      Scripts scripts,
      Actors actors,
      Pace pace,
      Deeds deeds,
      DueJobs jobs,
      Observed observed,
      Departments departments,
      Clock time) {
    this.arrivals = arrivals;
    this.scripts = scripts;
    this.actors = actors;
    this.pace = pace;
    this.deeds = deeds;
    this.jobs = jobs;
    this.observed = observed;
    this.departments = departments;
    this.time = time;
  }

  /**
   * @param clock moves the clock
   * @param tally counts what happens
   * @param stopped asked before each step
   */
  void play(
      Month month,
      int cases,
      Draw draw,
      Consumer<Instant> clock,
      Tally tally,
      BooleanSupplier stopped) {
    Agenda agenda = new Agenda();
    Troupe troupe = new Troupe(agenda, draw, scripts, actors.ensemble(), pace, deeds, time, tally);
    arrivals
        .of(month, cases, draw)
        .forEach(one -> agenda.add(one.at(), () -> troupe.receives(one)));
    Instant now = month.from();
    while (!stopped.getAsBoolean()) {
      Instant next = agenda.next().filter(month.to()::isAfter).orElse(month.to());
      clock.accept(next);
      var due = jobs.next().filter(job -> !job.at().isAfter(next));
      if (due.isPresent()) {
        Instant at = due.get().at();
        now = at.isBefore(now) ? now : at;
        clock.accept(now);
        attempt(troupe, tally, () -> jobs.fire(due.get()));
      } else if (next.equals(month.to())) {
        return;
      } else {
        now = next;
        attempt(troupe, tally, agenda.take().deed());
      }
      tally.at(now);
    }
  }

  /** What is refused has not happened; the case stays where it is, as with real people. */
  private void attempt(Troupe troupe, Tally tally, Runnable deed) {
    try {
      Observed.Notes notes = observed.during(deed);
      tally.done();
      notes.work().forEach(troupe::expects);
      notes.handedOut().forEach(troupe::mayBeRated);
    } catch (ProcessEngineException | Problem refusal) {
      LOG.warn("a step of the played month was refused: {}", refusal.getMessage());
      Problem problem = Problem.in(refusal);
      tally.refused(problem == null ? refusal.getMessage() : problem.getMessage());
    }
  }
}
