package io.onewindow.supervision.figures;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who may see figures, and of which jurisdictions: supervisors of theirs, administrators of all.
 */
@Component
class Viewers {

  private final Callers callers;
  private final Departments departments;

  Viewers(Callers callers, Departments departments) {
    this.callers = callers;
    this.departments = departments;
  }

  /**
   * The jurisdictions that the caller may see, in the order of the plans.
   *
   * @throws Problem 401 for nobody, 403 for who is no supervisor
   */
  List<String> jurisdictions() {
    Caller caller = caller();
    return departments.jurisdictions().stream()
        .map(Jurisdiction::id)
        .filter(caller::worksFor)
        .toList();
  }

  /**
   * @throws Problem 401 for nobody, 403 for who is neither supervisor nor administrator
   */
  Caller caller() {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    boolean may = caller.groups().contains(StaffGroup.SUPERVISOR) || caller.isAdministrator();
    if (!may) {
      throw Problem.forbidden("supervisors-only", "统计数据仅供督办人员和系统管理员查看。");
    }
    return caller;
  }
}
