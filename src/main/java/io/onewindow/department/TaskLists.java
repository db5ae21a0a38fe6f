package io.onewindow.department;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/**
 * The Tasklist filter of each group: its tasks, the one due first on top, with the case and its
 * remaining time on the card, which our Tasklist plugin writes. The reader's jurisdiction narrows
 * it to one department's list.
 */
@Component
public class TaskLists {

  private static final String PERSONAL = "我的任务";

  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;

  TaskLists(FilterService filters, TaskService tasks, Grants grants) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
  }

  void ensure(StaffGroup group) {
    String name = group.name() + "待办";
    Filter filter = named(name);
    if (filter == null) {
      filter = filters.saveFilter(taskList(name, group.id()));
    }
    grants.give(group.id(), FILTER, filter.getId(), READ);
  }

  /** Lets another group look at a group's list. */
  void share(StaffGroup owner, String reader) {
    grants.give(reader, FILTER, named(owner.name() + "待办").getId(), READ);
  }

  /**
   * A list for one person of what is assigned or offered to that person alone, such as a deputy's
   * tasks of another department; made once and found again.
   */
  public void ensurePersonal(String person) {
    String name = PERSONAL + "（" + person + "）";
    Filter filter = named(name);
    if (filter == null) {
      filter = filters.newTaskFilter(name);
      filter.setQuery(
          tasks
              .createTaskQuery()
              .or()
              .taskAssignee(person)
              .taskCandidateUser(person)
              .endOr()
              .orderByDueDate()
              .asc());
      filter.setProperties(properties("分配给本人和由本人代办的任务，最紧急的在最前"));
      filter = filters.saveFilter(filter);
    }
    grants.giveTo(person, FILTER, filter.getId(), READ);
  }

  private Filter named(String name) {
    return filters.createTaskFilterQuery().filterName(name).singleResult();
  }

  private Filter taskList(String name, String group) {
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(
        tasks
            .createTaskQuery()
            .taskCandidateGroup(group)
            .includeAssignedTasks()
            .orderByDueDate()
            .asc());
    filter.setProperties(properties("按办理期限排序，最紧急的在最前"));
    return filter;
  }

  private static Map<String, Object> properties(String description) {
    return Map.of(
        "description",
        description,
        "priority",
        0,
        "color",
        "#1f6fb2",
        "refresh",
        true,
        "showUndefinedVariable",
        false);
  }
}
