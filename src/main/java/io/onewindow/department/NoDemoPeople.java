package io.onewindow.department;

import io.onewindow.problem.StartRefused;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Nobody whose password stands in the README may sign in where real cases are worked on. */
@Component
@Profile("prod")
class NoDemoPeople implements SmartLifecycle {

  private final IdentityService identity;
  private final Departments departments;
  private volatile boolean checked;

  NoDemoPeople(IdentityService identity, Departments departments) {
    this.identity = identity;
    this.departments = departments;
  }

  @Override
  public void start() {
    String[] ids =
        DemoPeople.everybody(departments).stream()
            .map(DemoPeople.Person::id)
            .toArray(String[]::new);
    List<User> found = identity.createUserQuery().userIdIn(ids).orderByUserId().asc().list();
    if (!found.isEmpty()) {
      throw new StartRefused(
          "spring.datasource.url：数据库中有演示人员 "
              + found.get(0).getId()
              + (found.size() > 1 ? " 等 " + found.size() + " 人" : "")
              + "，他们的密码人人皆知；请改用没有演示数据的库，或先删除这些人员。");
    }
    checked = true;
  }

  @Override
  public void stop() {
    checked = false;
  }

  @Override
  public boolean isRunning() {
    return checked;
  }

  /** Before anything else begins. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
