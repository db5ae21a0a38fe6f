package io.onewindow.demo;

import io.onewindow.demo.Actors.Actor;
import io.onewindow.demo.Arrivals.Arrival;
import io.onewindow.department.Jurisdiction;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;

/** Everybody of one play: who does what comes up, when, and what is written in the forms. */
final class Troupe {

  private static final String WINDOW = "window";
  private static final String UNANSWERED = "inquiry-open";
  private static final double RATED = 0.45;
  private static final List<Double> UNTIL_RATED = List.of(0.5, 14.0);
  private static final List<Double> UNTIL_TRIED_AGAIN = List.of(1.0, 3.0);

  private final Agenda agenda;
  private final Draw draw;
  private final Scripts scripts;
  private final Actors.Ensemble people;
  private final Pace pace;
  private final Deeds deeds;
  private final Clock time;
  private final Tally tally;
  private final Extras extras;
  private final Map<String, PlayedCase> cases = new HashMap<>();
  private final Map<String, Jurisdiction> places = new HashMap<>();

  Troupe(
      Agenda agenda,
      Draw draw,
      Scripts scripts,
      Actors.Ensemble people,
      Pace pace,
      Deeds deeds,
      Clock time,
      Tally tally) {
    this.agenda = agenda;
    this.draw = draw;
    this.scripts = scripts;
    this.people = people;
    this.pace = pace;
    this.deeds = deeds;
    this.time = time;
    this.tally = tally;
    this.extras = new Extras(agenda, draw, pace, deeds);
  }

  /** A clerk takes an application in. */
  void receives(Arrival arrival) {
    Jurisdiction place = arrival.place();
    Optional<String> definition = deeds.startable(arrival.service());
    Optional<Actor> clerk = people.of(WINDOW, place.id());
    if (definition.isEmpty() || clerk.isEmpty()) {
      return;
    }
    Invention invention = new Invention(draw, scripts.names(), arrival.number(), place);
    Script script = scripts.services().get(arrival.service());
    Map<String, Object> form =
        invention.filled(
            StartForm.of(script, place.id(), draw, arrival.number()), today(), "start");
    String receiptNo = deeds.start(clerk.get(), definition.get(), form);
    cases.put(receiptNo, new PlayedCase(arrival.number(), arrival.service(), invention));
    places.put(receiptNo, place);
    tally.caseCame();
  }

  /** Plans who takes the new work up, and when; work of other cases is not the play's. */
  void expects(Work work) {
    PlayedCase theCase = cases.get(work.receiptNo());
    if (theCase == null) {
      return;
    }
    int turn = theCase.turn(work.task());
    scripts
        .step(work.process(), theCase.service(), work.task())
        .ifPresent(
            step ->
                whoDoes(work)
                    .ifPresent(person -> plan(new Part(work, theCase, turn, step, person))));
  }

  private Optional<Actor> whoDoes(Work work) {
    if (work.assignee() != null) {
      return Optional.of(people.named(work.assignee()));
    }
    return work.groups().stream()
        .flatMap(group -> people.of(group, work.jurisdiction()).stream())
        .findFirst();
  }

  private void plan(Part part) {
    Pace.Stretch stretch =
        pace.of(
            part.work(), part.step().hours(), draw, part.number(), part.work().task(), part.turn());
    agenda.add(stretch.begins(), () -> begins(part, stretch.ends()));
  }

  /** Takes the task up, as Tasklist asks before its form can be filled in. */
  private void begins(Part part, Instant ends) {
    String task = part.work().id();
    if (!deeds.isInListOf(part.person(), task)) {
      requireGone(part);
    } else if (!extras.applicantAnswers(part)) {
      if (part.work().assignee() == null) {
        deeds.claim(part.person(), task);
      }
      extras.of(part, ends).ifPresent(then -> agenda.add(then, () -> ends(part)));
    }
  }

  /** A task that ended otherwise is nobody's any more; one that is hidden is a fault. */
  private void requireGone(Part part) {
    if (deeds.exists(part.work().id())) {
      throw Problem.conflict(
          "not-in-list", part.work().task() + " 不在 " + part.person().id() + " 的任务列表中");
    }
  }

  private void ends(Part part) {
    if (!deeds.exists(part.work().id())) {
      return;
    }
    Supplier<Map<String, Object>> shown = () -> deeds.shown(part.person(), part.work().id());
    Map<String, Object> form =
        part.theCase()
            .invention()
            .filled(
                TaskForm.of(part, draw, shown), today(), part.work().task() + part.turn(), shown);
    try {
      deeds.complete(part.person(), part.work().id(), form);
    } catch (ProcessEngineException | Problem refusal) {
      Problem problem = Problem.in(refusal);
      if (problem == null || !problem.code().equals(UNANSWERED)) {
        throw refusal;
      }
      // whoever asked waits for the answer
      agenda.add(
          pace.after(time.instant(), part.work().jurisdiction(), UNTIL_TRIED_AGAIN, 0.5),
          () -> ends(part));
    }
  }

  /** Some applicants rate once they hold their first result. */
  void mayBeRated(String receiptNo) {
    PlayedCase theCase = cases.get(receiptNo);
    if (theCase == null
        || theCase.turn("rating") > 1
        || draw.share(theCase.number(), "rates") > RATED) {
      return;
    }
    Applause applause = Applause.of(draw.share(theCase.number(), "grade"));
    agenda.add(
        pace.after(
            time.instant(),
            places.get(receiptNo).id(),
            UNTIL_RATED,
            draw.share(theCase.number(), "rating")),
        () -> deeds.rate(receiptNo, applause.grade(), applause.remark()));
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
