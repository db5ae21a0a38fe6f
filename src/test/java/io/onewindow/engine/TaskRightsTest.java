package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.story.StoryTest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@StoryTest
class TaskRightsTest {

  private static final String GROUP = "rightsClerks";
  private static final String OTHER = "rightsOthers";
  private static final String SUSPENDED =
      "update ACT_RU_TASK set SUSPENSION_STATE_ = 2 where ID_ = ?";
  private static final Date DUE = Date.from(Instant.parse("2026-10-12T01:00:00Z"));

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private AuthorizationService authorizations;
  @Autowired private JdbcTemplate jdbc;

  private Task offered;
  private Task elsewhere;

  @BeforeEach
  void twoTasksOfTwoGroups() {
    offered = taskOf(GROUP);
    elsewhere = taskOf(OTHER);
  }

  private Task taskOf(String group) {
    return taskOf(group, null);
  }

  private Task taskOf(String group, String jurisdiction) {
    Task task = tasks.newTask();
    task.setTenantId(jurisdiction);
    task.setName("rights");
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), group);
    return task;
  }

  @AfterEach
  void removeThem() {
    identity.clearAuthentication();
    authorizations.createAuthorizationQuery().list().stream()
        .filter(one -> List.of("rightsClerk", GROUP).contains(owner(one)))
        .forEach(one -> authorizations.deleteAuthorization(one.getId()));
    tasks.deleteTasks(List.of(offered.getId(), elsewhere.getId()), true);
  }

  private static String owner(Authorization one) {
    return one.getUserId() == null ? one.getGroupId() : one.getUserId();
  }

  @Test
  void whatIsOfferedToAGroupIsReadByItAndByNobodyElse() {
    assertThat(asClerk(this::readable)).containsExactly(offered.getId());
    assertThat(asClerk(() -> tasks.getIdentityLinksForTask(offered.getId()))).hasSize(1);
    assertThatThrownBy(() -> asClerk(() -> tasks.getIdentityLinksForTask(elsewhere.getId())))
        .isInstanceOf(AuthorizationException.class);
    assertThat(asClerk(() -> ids(tasks.createTaskQuery().taskCandidateGroup(OTHER)))).isEmpty();
  }

  @Test
  void workingOnItTakesTheSameRight() {
    asClerk(
        () -> {
          tasks.claim(offered.getId(), "rightsClerk");
          return null;
        });
    assertThatThrownBy(
            () ->
                asClerk(
                    () -> {
                      tasks.claim(elsewhere.getId(), "rightsClerk");
                      return null;
                    }))
        .isInstanceOf(AuthorizationException.class);
    assertThat(authorizations.createAuthorizationQuery().resourceId(offered.getId()).list())
        .isEmpty();
  }

  @Test
  void whoeverIsNoLongerAskedReadsItNoLonger() {
    tasks.setAssignee(elsewhere.getId(), "rightsClerk");
    assertThat(asClerk(this::readable)).contains(elsewhere.getId());
    tasks.setAssignee(elsewhere.getId(), null);
    assertThat(asClerk(this::readable)).containsExactly(offered.getId());
  }

  @Test
  void aGrantOfTheEngineHoldsBesides() {
    give(AUTH_TYPE_GRANT, Resources.TASK, elsewhere.getId(), TaskPermissions.READ);
    assertThat(asClerk(this::readable))
        .containsExactlyInAnyOrder(offered.getId(), elsewhere.getId());
  }

  @Test
  void aGrantOnEveryModelShowsEverythingButWhatIsRevoked() {
    give(AUTH_TYPE_GRANT, Resources.PROCESS_DEFINITION, "*", Permissions.READ_TASK);
    assertThat(asClerk(this::readable))
        .containsExactlyInAnyOrder(offered.getId(), elsewhere.getId());
    give(AUTH_TYPE_REVOKE, Resources.TASK, elsewhere.getId(), Permissions.READ);
    assertThat(asClerk(this::readable)).doesNotContain(elsewhere.getId());
  }

  @Test
  void aTaskOfAnotherJurisdictionIsNotThere() {
    tasks.deleteTask(elsewhere.getId(), true);
    elsewhere = taskOf(GROUP, "rightsPlace");
    assertThat(asClerk(this::readable)).containsExactly(offered.getId());
    assertThat(ids(tasks.createTaskQuery().taskId(elsewhere.getId()))).hasSize(1);
  }

  @Test
  void whatElseAQueryOfOneTaskSaysHoldsToo() {
    TaskQuery one = tasks.createTaskQuery().taskId(offered.getId());
    assertThat(ids(one.taskUnassigned())).hasSize(1);
    assertThat(ids(one.taskName("another"))).isEmpty();
    assertThat(tasks.createTaskQuery().taskId(offered.getId()).listPage(1, 1)).isEmpty();
  }

  /** What Tasklist sends for a filter: its lists come from the statement made for them. */
  @Test
  void knowsTheQueryOfTasklist() throws Exception {
    TaskQueryDto sent =
        new ObjectMapper()
            .readValue(
                """
                {"sorting": [{"sortBy": "created", "sortOrder": "desc"}], "active": true,
                 "processVariables": [], "taskVariables": [], "caseInstanceVariables": []}
                """,
                TaskQueryDto.class);
    TaskQueryImpl ofFilter =
        (TaskQueryImpl) tasks.createTaskQuery().taskCandidateGroup(GROUP).includeAssignedTasks();
    ofFilter.orderByDueDate().asc();
    TaskQueryImpl whole = (TaskQueryImpl) ofFilter.extend((TaskQueryImpl) sent.toQuery(engine));
    whole.getAuthCheck().setAuthorizationCheckEnabled(false);
    assertThat(OfferedTasks.isOfList(whole)).isTrue();
    whole.taskNameLike("%").dueBefore(DUE).dueAfter(DUE);
    assertThat(OfferedTasks.isOfList(whole)).as("a search in it").isTrue();
    whole.taskNameNotLike("%");
    assertThat(OfferedTasks.isOfList(whole)).isFalse();
  }

  @Test
  void aSearchInAListFindsByPartOfTheNameAndByDueDate() {
    Task due = tasks.createTaskQuery().taskId(offered.getId()).singleResult();
    due.setDueDate(DUE);
    tasks.saveTask(due);
    Date later = Date.from(DUE.toInstant().plusSeconds(1));
    Date earlier = Date.from(DUE.toInstant().minusSeconds(1));
    assertThat(asClerk(() -> ids(list().taskNameLike("%IGH%")))).containsExactly(offered.getId());
    assertThat(asClerk(() -> ids(list().taskNameLike("%\\_ights")))).isEmpty();
    assertThat(asClerk(() -> ids(list().taskNameLike("%材料%")))).isEmpty();
    assertThat(asClerk(() -> ids(list().taskNameLike("______")))).containsExactly(offered.getId());
    assertThat(asClerk(() -> ids(list().taskNameLike("_____")))).isEmpty();
    assertThat(asClerk(() -> ids(list().taskNameLike("_ights")))).containsExactly(offered.getId());
    assertThat(asClerk(() -> ids(list().dueBefore(later)))).containsExactly(offered.getId());
    assertThat(asClerk(() -> ids(list().dueBefore(DUE)))).isEmpty();
    assertThat(asClerk(() -> ids(list().dueAfter(earlier)))).containsExactly(offered.getId());
    assertThat(asClerk(() -> ids(list().dueAfter(DUE)))).isEmpty();
  }

  private TaskQuery list() {
    return tasks.createTaskQuery().taskCandidateGroup(GROUP);
  }

  @Test
  void aFilterShowsAndCountsItsTasks() {
    FilterService filters = engine.getFilterService();
    TaskQuery query = tasks.createTaskQuery().taskCandidateGroup(GROUP).orderByDueDate().asc();
    Filter filter = filters.saveFilter(filters.newTaskFilter("rights").setQuery(query));
    try {
      List<Task> shown = filters.listPage(filter.getId(), tasks.createTaskQuery().active(), 0, 15);
      assertThat(shown).extracting(Task::getId).containsExactly(offered.getId());
      assertThat(filters.count(filter.getId())).isOne();
    } finally {
      filters.deleteFilter(filter.getId());
    }
  }

  @Test
  void aListShowsOnlyWhatNobodyHasTakenWhereItSaysSo() {
    tasks.setAssignee(offered.getId(), "somebodyElse");
    TaskQuery free = tasks.createTaskQuery().taskCandidateGroup(GROUP);
    assertThat(asClerk(() -> ids(free))).isEmpty();
    assertThat(asClerk(() -> ids(free.includeAssignedTasks()))).containsExactly(offered.getId());
  }

  /** Its number is counted from what is offered alone, without a look at the tasks. */
  @Test
  void howManyAWholeListHasIsWhatItShows() {
    assertThat(asClerk(() -> ids(whole(GROUP)))).containsExactly(offered.getId());
    tasks.setAssignee(offered.getId(), "somebodyElse");
    tasks.addCandidateGroup(offered.getId(), OTHER);
    tasks.addGroupIdentityLink(elsewhere.getId(), GROUP, "informed");
    tasks.addCandidateUser(elsewhere.getId(), "rightsClerk");
    assertThat(asClerk(() -> ids(whole(GROUP)))).containsExactly(offered.getId());
    assertThat(ids(whole(GROUP, OTHER)))
        .as("offered to both, counted once")
        .containsExactlyInAnyOrder(offered.getId(), elsewhere.getId());
    tasks.deleteTask(elsewhere.getId(), true);
    elsewhere = taskOf(GROUP, "rightsPlace");
    assertThat(asClerk(() -> ids(whole(GROUP)))).containsExactly(offered.getId());
    assertThat(asClerk(List.of("rightsPlace"), () -> ids(whole(GROUP)))).hasSize(2);
    jdbc.update(SUSPENDED, offered.getId());
    assertThat(asClerk(() -> ids(whole(GROUP)))).isEmpty();
    assertThat(asClerk(List.of("rightsPlace"), () -> ids(whole(GROUP))))
        .containsExactly(elsewhere.getId());
  }

  private TaskQuery whole(String... groups) {
    return tasks
        .createTaskQuery()
        .taskCandidateGroupIn(List.of(groups))
        .includeAssignedTasks()
        .active();
  }

  /** Asked for by its id a task is there for the same people as in a list. */
  private List<String> readable() {
    List<String> listed = ids(tasks.createTaskQuery().taskName("rights"));
    for (Task task : List.of(offered, elsewhere)) {
      assertThat(ids(tasks.createTaskQuery().taskId(task.getId())))
          .isEqualTo(ids(tasks.createTaskQuery().taskIdIn(task.getId())))
          .hasSize(listed.contains(task.getId()) ? 1 : 0);
    }
    return listed;
  }

  private static List<String> ids(TaskQuery query) {
    assertThat(query.count()).isEqualTo(query.list().size());
    return query.list().stream().map(Task::getId).toList();
  }

  private void give(int type, Resource resource, String id, Permission permission) {
    Authorization one = authorizations.createNewAuthorization(type);
    one.setUserId("rightsClerk");
    one.setResource(resource);
    one.setResourceId(id);
    if (type == AUTH_TYPE_REVOKE) {
      one.removePermission(permission);
    } else {
      one.addPermission(permission);
    }
    authorizations.saveAuthorization(one);
  }

  private <T> T asClerk(Supplier<T> deed) {
    return asClerk(List.of(), deed);
  }

  private <T> T asClerk(List<String> jurisdictions, Supplier<T> deed) {
    identity.setAuthentication("rightsClerk", List.of(GROUP), jurisdictions);
    try {
      return deed.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
