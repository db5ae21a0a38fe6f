package io.onewindow.desk.action;

import io.onewindow.department.TaskLists;
import io.onewindow.engine.Callers;
import java.util.Collections;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives a person a list of the own tasks when one of them stands in no list of the person's. */
@Component
class PersonalLists {

  private final TaskLists lists;
  private final Colleagues colleagues;
  private final Callers callers;

  PersonalLists(TaskLists lists, Colleagues colleagues, Callers callers) {
    this.lists = lists;
    this.colleagues = colleagues;
    this.callers = callers;
  }

  void ensureFor(String person, Set<String> groups) {
    if (Collections.disjoint(colleagues.groupsOf(person), groups)) {
      ensure(person);
    }
  }

  void ensure(String person) {
    callers.asSystem(
        () -> {
          lists.ensurePersonal(person);
          return null;
        });
  }
}
