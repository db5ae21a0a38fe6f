package io.onewindow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.material.Materials;
import io.onewindow.demo.Actors;
import io.onewindow.demo.Deeds;
import io.onewindow.desk.action.ActOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Somebody who practises, under the own rights and by the calls that Tasklist makes. */
@Component
@Profile("sandbox")
class Trainee {

  private static final Map<String, Object> RECIPIENT =
      Map.of("handOutMethod", "pickup", "recipientName", "申请人本人");

  private final Actors actors;
  private final Deeds deeds;
  private final TaskService tasks;
  private final Materials materials;
  private final DrillHall hall;
  private final Exercises exercises;
  private final DrillPeople people;

  Trainee(
      Actors actors,
      Deeds deeds,
      TaskService tasks,
      Materials materials,
      DrillHall hall,
      Exercises exercises,
      DrillPeople people) {
    this.actors = actors;
    this.deeds = deeds;
    this.tasks = tasks;
    this.materials = materials;
    this.hall = hall;
    this.exercises = exercises;
    this.people = people;
  }

  /** Begins an exercise in an empty hall and lets everybody of it come. */
  Drill begins(String exercise, String trainee) {
    hall.reset();
    Exercise chosen = exercises.of(exercise);
    Drill drill =
        new Drill(
            UUID.randomUUID().toString(),
            chosen,
            trainee,
            people.placeOf(trainee, chosen),
            hall.clock().now());
    hall.begin(drill);
    return drill;
  }

  /** The case of the applicant in that place, from 0, once the applicant has come. */
  DrillCase meets(Drill drill, int applicant) {
    String name = drill.exercise().applicants().get(applicant).name();
    for (int i = 0; i < 300 && of(drill, name) == null; i++) {
      hall.pass(Duration.ofMinutes(1));
    }
    assertThat(of(drill, name)).as(name).isNotNull();
    return of(drill, name);
  }

  private static DrillCase of(Drill drill, String name) {
    return drill.cases().stream()
        .filter(one -> one.applicant().name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Does the case's task of that element, as soon as it stands in the trainee's list. */
  void does(Drill drill, DrillCase theCase, String element, Map<String, Object> form) {
    Task task = awaits(theCase, element);
    var person = actors.ensemble().named(drill.trainee());
    if (task.getAssignee() == null) {
      deeds.claim(person, task.getId());
    }
    deeds.complete(person, task.getId(), form);
  }

  void concludes(Drill drill, DrillCase theCase) {
    does(drill, theCase, "userTask_checkMaterials", Map.of("materialsDecision", "complete"));
  }

  void tells(Drill drill, DrillCase theCase, String items) {
    does(
        drill,
        theCase,
        "userTask_checkMaterials",
        Map.of("materialsDecision", "notice", "missingItems", items));
  }

  /** Waits until the applicant has answered the notice. */
  void awaitsAnswer(DrillCase theCase) {
    for (int i = 0; i < 100 && !theCase.isAnswered(); i++) {
      hall.pass(Duration.ofMinutes(30));
    }
    assertThat(theCase.isAnswered()).isTrue();
  }

  void handsOut(Drill drill, DrillCase theCase) {
    Task task = awaits(theCase, "userTask_handOut");
    var person = actors.ensemble().named(drill.trainee());
    deeds.claim(person, task.getId());
    deeds.complete(person, task.getId(), RECIPIENT);
  }

  /** The applicant commits to bring the material later, as its list allows. */
  void takesCommitment(Drill drill, DrillCase theCase, String material) {
    actors.as(
        actors.ensemble().named(drill.trainee()),
        () -> {
          materials.commit(theCase.receiptNo(), material, "承诺二十个工作日内提交", "申请人本人");
          return material;
        });
  }

  void recordsWithdrawal(Drill drill, DrillCase theCase) {
    Task task = awaits(theCase, "userTask_checkMaterials");
    var person = actors.ensemble().named(drill.trainee());
    if (task.getAssignee() == null) {
      deeds.claim(person, task.getId());
    }
    deeds.act(
        person,
        task.getId(),
        new ActOrder("WITHDRAW_CASE", "申请人来电要求撤回", null, null, List.of(), null, null));
  }

  private Task awaits(DrillCase theCase, String element) {
    for (int i = 0; i < 600; i++) {
      Task found = find(theCase, element);
      if (found != null) {
        return found;
      }
      hall.pass(Duration.ofMinutes(1));
    }
    throw new AssertionError(theCase.receiptNo() + " never came to " + element);
  }

  private Task find(DrillCase theCase, String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(theCase.receiptNo())
        .taskDefinitionKey(element)
        .singleResult();
  }
}
