package io.onewindow.sandbox;

import io.onewindow.casefile.ServiceNames;
import io.onewindow.department.Jurisdiction;
import io.onewindow.engine.Caller;
import io.onewindow.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exercises, who is at which, and how it went: trainers see everybody's, trainees their own. */
@RestController
@Profile("sandbox")
@RequestMapping("/api/v1/drill")
class ExercisesApi {

  /**
   * @param trainees who can do it
   */
  record Choice(
      String id, String title, String goal, String service, int cases, List<String> trainees) {}

  /**
   * @param exercise id
   * @param trainee user id
   */
  record Order(String exercise, String trainee) {}

  private final Exercises exercises;
  private final Drills drills;
  private final DrillHall hall;
  private final DrillPeople people;
  private final DrillViews views;
  private final ResultStore results;
  private final ServiceNames services;

  ExercisesApi(
      Exercises exercises,
      Drills drills,
      DrillHall hall,
      DrillPeople people,
      DrillViews views,
      ResultStore results,
      ServiceNames services) {
    this.exercises = exercises;
    this.drills = drills;
    this.hall = hall;
    this.people = people;
    this.views = views;
    this.results = results;
    this.services = services;
  }

  @GetMapping("/exercises")
  List<Choice> exercises() {
    return exercises.all().stream()
        .map(
            one ->
                new Choice(
                    one.id(),
                    one.title(),
                    one.goal(),
                    services.of(one.service()),
                    one.applicants().size(),
                    people.canPractise(one.role())))
        .toList();
  }

  /**
   * Begins an exercise.
   *
   * @throws Problem 400 for an unknown exercise or an unfit trainee, 409 while the trainee is at
   *     another
   */
  @PostMapping("/runs")
  @ResponseStatus(HttpStatus.CREATED)
  DrillView begin(@RequestBody Order order) {
    people.requireTrainer();
    Exercise exercise = exercises.of(order.exercise());
    Jurisdiction place = people.placeOf(order.trainee(), exercise);
    if (drills.running(order.trainee()).isPresent()) {
      throw Problem.conflict("drill-running", order.trainee() + " 正在做另一个练习，请先结束它。");
    }
    Drill drill =
        new Drill(
            UUID.randomUUID().toString(), exercise, order.trainee(), place, hall.clock().now());
    hall.begin(drill);
    return views.of(drill, true);
  }

  /** The drills that go on, the latest first. */
  @GetMapping("/runs")
  List<DrillView> running() {
    Caller caller = people.caller();
    boolean trainer = people.isTrainer(caller);
    return drills.all().stream()
        .filter(one -> one.ended() == null)
        .filter(one -> trainer || one.trainee().equals(caller.id()))
        .map(one -> views.of(one, trainer))
        .toList();
  }

  /** Ends it and keeps the result. */
  @PostMapping("/runs/{id}/end")
  DrillView end(@PathVariable String id) {
    people.requireTrainer();
    Drill drill = drills.get(id);
    if (drill.ended() != null) {
      throw Problem.conflict("drill-ended", "这次练习已经结束。");
    }
    hall.end(drill);
    DrillView result = views.of(drill, true);
    results.add(result);
    return result;
  }

  /** The results of drills that have ended, the latest first. */
  @GetMapping("/results")
  List<DrillView> results() {
    Caller caller = people.caller();
    return people.isTrainer(caller) ? results.all() : results.of(caller.id());
  }
}
