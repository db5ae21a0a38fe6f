package io.onewindow.access;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;

import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The case on which everybody tries everything, made anew after each try that changed something,
 * and what else is tried on: people, filters and models that nobody needs.
 */
@Component
class TriedCase {

  private static final String NOW = "2026-09-15T10:00";

  private final Hall hall;
  private final TaskService tasks;
  private final ManagementService management;
  private final HistoryService history;
  private final RepositoryService repository;
  private final IdentityService identity;
  private final FilterService filters;
  private final AuthorizationService authorizations;
  private final JdbcClient jdbc;
  private final Projection projection;
  private final OwnedThings owned;
  private final Map<String, String> made = new HashMap<>();
  private final Map<String, Set<String>> before = new HashMap<>();
  private int number;

  TriedCase(
      Hall hall,
      TaskService tasks,
      ManagementService management,
      HistoryService history,
      RepositoryService repository,
      IdentityService identity,
      FilterService filters,
      AuthorizationService authorizations,
      JdbcClient jdbc,
      Projection projection,
      OwnedThings owned) {
    this.hall = hall;
    this.tasks = tasks;
    this.management = management;
    this.history = history;
    this.repository = repository;
    this.identity = identity;
    this.filters = filters;
    this.authorizations = authorizations;
    this.jdbc = jdbc;
    this.projection = projection;
    this.owned = owned;
  }

  void opens() {
    hall.itIs(NOW);
    projection.catchUp();
    before.put("users", users());
    before.put("groups", groups());
    before.put("filters", filterIds());
    before.put("authorizations", authorizationIds());
    before.put("deployments", deployments());
  }

  /** What the next one tries it on must be as it was. */
  void hasChanged() {
    made.clear();
    projection.catchUp();
  }

  void closes() {
    hall.closes();
    management
        .createBatchQuery()
        .list()
        .forEach(batch -> management.deleteBatch(batch.getId(), true));
    owned.closes();
    projection.catchUp();
    added("authorizations", authorizationIds()).forEach(authorizations::deleteAuthorization);
    added("filters", filterIds()).forEach(filters::deleteFilter);
    added("users", users()).forEach(identity::deleteUser);
    added("groups", groups()).forEach(identity::deleteGroup);
    added("deployments", deployments()).forEach(id -> repository.deleteDeployment(id, true));
    tasks.createTaskQuery().list().forEach(task -> tasks.deleteTask(task.getId(), true));
  }

  /** Fills the placeholders of a request for that role. */
  String fill(String text, Role role) {
    String filled = text.replace("{me}", String.valueOf(role.person()));
    if (filled.contains("{new}")) {
      filled = filled.replace("{new}", newName());
    }
    for (String name :
        new String[] {
          "task",
          "case",
          "receipt",
          "job",
          "paper",
          "file",
          "awaiting",
          "deputy",
          "report",
          "log",
          "experiment",
          "redating",
          "definition",
          "historicVariable",
          "taxFilter",
          "spareUser",
          "spareFilter",
          "spareDeployment",
          "spareDefinition"
        }) {
      if (filled.contains("{" + name + "}")) {
        filled = filled.replace("{" + name + "}", value(name));
      }
    }
    return filled;
  }

  private String value(String name) {
    if (!made.containsKey(name)) {
      switch (name) {
        case "spareUser" -> made.put(name, spareUser());
        case "spareFilter" -> made.put(name, spareFilter());
        case "spareDeployment", "spareDefinition" -> spareModel();
        case "deputy", "report", "log", "experiment", "redating" ->
            made.put(name, owned.make(name));
        case "file" -> made.put(name, owned.file(value("receipt")));
        case "awaiting" -> theCaseThatWaits();
        case "taxFilter" ->
            made.put(name, filters.createFilterQuery().filterName("税务待办").singleResult().getId());
        default -> theCase();
      }
    }
    return made.get(name);
  }

  private void theCase() {
    ProcessInstance instance = begun();
    hall.completes("nyClerk", instance, "审查申请材料", Map.of("materialsDecision", "complete"));
    String receipt = instance.getBusinessKey();
    made.put("case", instance.getId());
    made.put("receipt", receipt);
    made.put("task", hall.task("nyTax", instance, "办理涉税事项").getId());
    made.put("definition", instance.getProcessDefinitionId());
    // the first reminder has been given, so that there is something to read of it
    management.executeJob(firstJob(instance));
    made.put("job", firstJob(instance));
    made.put(
        "historicVariable",
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceId(instance.getId())
            .variableName("taxChoice")
            .singleResult()
            .getId());
    made.put(
        "paper",
        jdbc.sql("select min(paper_no) from ow_paper where receipt_no = ?")
            .param(receipt)
            .query(String.class)
            .single());
  }

  /** One whose applicant has been told to add something. */
  private void theCaseThatWaits() {
    ProcessInstance instance = begun();
    hall.completes(
        "nyClerk",
        instance,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "住所证明缺签字"));
    made.put("awaiting", instance.getBusinessKey());
  }

  private ProcessInstance begun() {
    // an application is alike to none before it
    hall.closes();
    made.clear();
    hall.itIs(NOW);
    return hall.starts(
        "nyClerk", "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
  }

  private String firstJob(ProcessInstance instance) {
    return management
        .createJobQuery()
        .processInstanceId(instance.getId())
        .orderByJobDuedate()
        .asc()
        .list()
        .get(0)
        .getId();
  }

  private String spareUser() {
    String id = newName();
    User user = identity.newUser(id);
    user.setPassword("onewindow");
    identity.saveUser(user);
    return id;
  }

  /** One that the tax office's people may read, as they may their own list. */
  private String spareFilter() {
    Filter filter =
        filters.saveFilter(filters.newTaskFilter(newName()).setQuery(tasks.createTaskQuery()));
    return filter.getId();
  }

  private void spareModel() {
    String id = newName();
    Deployment deployment =
        repository.createDeployment().addString(id + ".bpmn", spareModel(id)).deploy();
    made.put("spareDeployment", deployment.getId());
    ProcessDefinition definition =
        repository.createProcessDefinitionQuery().deploymentId(deployment.getId()).singleResult();
    made.put("spareDefinition", definition.getId());
  }

  static String spareModel(String id) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" \
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">\
        <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">\
        <startEvent id="start"/></process></definitions>"""
        .formatted(id);
  }

  private String newName() {
    return "spare" + ++number;
  }

  private Set<String> added(String kind, Set<String> now) {
    Set<String> added = new TreeSet<>(now);
    added.removeAll(before.get(kind));
    return added;
  }

  private Set<String> users() {
    return ids(() -> identity.createUserQuery().list().stream().map(User::getId));
  }

  private Set<String> groups() {
    return ids(() -> identity.createGroupQuery().list().stream().map(Group::getId));
  }

  private Set<String> filterIds() {
    return ids(() -> filters.createFilterQuery().list().stream().map(Filter::getId));
  }

  private Set<String> authorizationIds() {
    return ids(
        () -> authorizations.createAuthorizationQuery().list().stream().map(Authorization::getId));
  }

  private Set<String> deployments() {
    return ids(() -> repository.createDeploymentQuery().list().stream().map(Deployment::getId));
  }

  private static Set<String> ids(Supplier<Stream<String>> all) {
    return all.get().collect(Collectors.toSet());
  }
}
