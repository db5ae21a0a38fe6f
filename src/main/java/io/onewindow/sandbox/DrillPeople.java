package io.onewindow.sandbox;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who leads drills and who practises. */
@Component
@Profile("sandbox")
class DrillPeople {

  private final Callers callers;
  private final IdentityService identity;
  private final Departments departments;

  DrillPeople(Callers callers, IdentityService identity, Departments departments) {
    this.callers = callers;
    this.identity = identity;
    this.departments = departments;
  }

  /**
   * @throws Problem 401 for nobody
   */
  Caller caller() {
    return callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }

  boolean isTrainer(Caller caller) {
    return caller.groups().contains(StaffGroup.TRAINER) || caller.isAdministrator();
  }

  /**
   * @throws Problem 403 for who is no trainer
   */
  void requireTrainer() {
    if (!isTrainer(caller())) {
      throw Problem.forbidden("trainers-only", "演练由培训人员或系统管理员主持；受训人员在任务列表办理，在本页看自己的成绩。");
    }
  }

  /** Ids of those who can do that group's work, in alphabetical order. */
  List<String> canPractise(String role) {
    return callers.asSystem(
        () ->
            identity.createUserQuery().memberOfGroup(role).list().stream()
                .map(User::getId)
                .sorted()
                .toList());
  }

  /**
   * The jurisdiction a trainee works for.
   *
   * @throws Problem 400 for somebody who does not do that group's work
   */
  Jurisdiction placeOf(String trainee, Exercise exercise) {
    if (trainee == null || !canPractise(exercise.role()).contains(trainee)) {
      throw Problem.badFields(
          List.of(
              new Problem.Field(
                  "trainee",
                  "受训人员",
                  "应为" + groupName(exercise.role()) + "的人员，例如 " + canPractise(exercise.role()))));
    }
    List<String> places =
        callers.asSystem(
            () ->
                identity.createTenantQuery().userMember(trainee).list().stream()
                    .map(Tenant::getId)
                    .sorted()
                    .toList());
    if (places.isEmpty()) {
      throw Problem.badFields(List.of(new Problem.Field("trainee", "受训人员", "还没有分配辖区，请先在管理台分配")));
    }
    return departments.jurisdiction(places.get(0));
  }

  private String groupName(String role) {
    return departments.groups().stream()
        .filter(one -> one.id().equals(role))
        .map(StaffGroup::name)
        .findFirst()
        .orElse(role);
  }
}
