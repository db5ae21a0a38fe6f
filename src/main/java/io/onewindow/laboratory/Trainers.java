package io.onewindow.laboratory;

import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import org.springframework.stereotype.Component;

/** Who may use the laboratory: trainers, and administrators. */
@Component
class Trainers {

  private final Callers callers;

  Trainers(Callers callers) {
    this.callers = callers;
  }

  /**
   * The signed-in trainer's id.
   *
   * @throws Problem 401 for nobody, 403 for who is no trainer
   */
  String caller() {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    if (!caller.groups().contains(StaffGroup.TRAINER) && !caller.isAdministrator()) {
      throw Problem.forbidden("trainers-only", "实验室仅供培训人员和系统管理员使用。");
    }
    return caller.id();
  }
}
