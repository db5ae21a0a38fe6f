package io.onewindow.supervision.figures;

import io.onewindow.calendar.Session;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.promise.HallCalendars;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts everything from the raw history, case by case and day by day, without any code of the
 * figures. It may be slow.
 */
@Component
class BruteForce {

  /** A limit and what became of it: {@code KEPT}, {@code BROKEN}, {@code VOID} or open. */
  record Limit(boolean promised, Instant due, Instant paused, String outcome, Instant decided) {

    boolean hasPassed(Instant now) {
      return outcome == null && due.isBefore(paused == null ? now : paused);
    }
  }

  /** One time somebody or something was at work. */
  record Step(
      String receiptNo,
      String service,
      String processKey,
      int version,
      String place,
      String activityId,
      String type,
      String department,
      String person,
      boolean forApplicant,
      Instant start,
      Instant end,
      long gross,
      long working,
      long net,
      long waiting,
      boolean returned,
      boolean last,
      Limit limit) {

    boolean isContainer() {
      return type.equals("callActivity") || type.equals("subProcess");
    }
  }

  /** A case, or a service that it calls. */
  record Case(
      String receiptNo,
      boolean whole,
      String service,
      int version,
      String place,
      Instant start,
      Instant end,
      long gross,
      long working,
      long net,
      Limit limit) {}

  private record Clock(
      String service,
      String called,
      String activity,
      String execution,
      boolean whole,
      boolean promised,
      Instant recorded,
      Instant due,
      Instant stopped,
      Instant paused,
      boolean returned) {}

  private record Pause(String instance, Instant from, Instant to) {}

  private record File(
      String receiptNo,
      String place,
      String root,
      String state,
      Instant received,
      Instant closed) {}

  private static final Set<String> KINDS =
      Set.of(
          "userTask",
          "receiveTask",
          "manualTask",
          "callActivity",
          "subProcess",
          "transaction",
          "intermediateMessageCatch",
          "intermediateTimer",
          "intermediateSignalCatch",
          "intermediateConditional");

  private final JdbcClient jdbc;
  private final HistoryService history;
  private final RepositoryService repository;
  private final HallCalendars calendars;
  final List<Step> steps = new ArrayList<>();
  final List<Case> cases = new ArrayList<>();

  BruteForce(
      JdbcClient jdbc,
      HistoryService history,
      RepositoryService repository,
      HallCalendars calendars) {
    this.jdbc = jdbc;
    this.history = history;
    this.repository = repository;
    this.calendars = calendars;
  }

  void count(Collection<String> receiptNos) {
    steps.clear();
    cases.clear();
    receiptNos.forEach(this::count);
  }

  private void count(String receiptNo) {
    File file =
        jdbc.sql("select * from ow_case where receipt_no = ?")
            .param(receiptNo)
            .query(
                (row, n) ->
                    new File(
                        receiptNo,
                        row.getString("jurisdiction"),
                        row.getString("process_instance_id"),
                        row.getString("state"),
                        at(row, "received_at"),
                        at(row, "closed_at")))
            .single();
    Map<String, HistoricProcessInstance> instances = new HashMap<>();
    history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(receiptNo)
        .list()
        .forEach(one -> instances.put(one.getId(), one));
    List<Clock> clocks = new ArrayList<>();
    List<Pause> pauses = new ArrayList<>();
    for (String instance : instances.keySet()) {
      clocks.addAll(clocks(instance));
      pauses.addAll(pauses(instance));
    }
    instances.values().stream()
        .filter(one -> one.getId().equals(file.root()) || isCalledService(one))
        .forEach(one -> cases.add(theCase(file, one, clocks, pauses)));
    for (HistoricProcessInstance instance : instances.values()) {
      List<HistoricActivityInstance> activities =
          history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list();
      String service = serviceOf(instance, instances, file);
      activities.stream()
          .filter(one -> KINDS.contains(one.getActivityType()))
          .map(one -> step(file, instances.get(service), one, activities, clocks, pauses))
          .forEach(steps::add);
    }
  }

  private boolean isCalledService(HistoricProcessInstance one) {
    return one.getSuperProcessInstanceId() != null && !isSharedPart(one);
  }

  private String serviceOf(
      HistoricProcessInstance instance, Map<String, HistoricProcessInstance> all, File file) {
    if (!isSharedPart(instance)) {
      return instance.getId();
    }
    HistoricProcessInstance caller = all.get(instance.getSuperProcessInstanceId());
    return caller == null ? file.root() : serviceOf(caller, all, file);
  }

  private boolean isSharedPart(HistoricProcessInstance instance) {
    return repository
        .getBpmnModelInstance(instance.getProcessDefinitionId())
        .getModelElementsByType(CamundaProperty.class)
        .stream()
        .anyMatch(one -> "sharedPart".equals(one.getCamundaName()));
  }

  private Case theCase(
      File file, HistoricProcessInstance service, List<Clock> clocks, List<Pause> pauses) {
    boolean whole = service.getId().equals(file.root());
    Instant start = whole ? file.received() : service.getStartTime().toInstant();
    Instant over = service.getEndTime() == null ? null : service.getEndTime().toInstant();
    Instant end = whole && file.closed() != null ? file.closed() : over;
    List<Pause> own =
        pauses.stream().filter(one -> whole || one.instance().equals(service.getId())).toList();
    boolean counts =
        !Set.of("WITHDRAWN", "REFUSED").contains(file.state())
            && (!"EXTERNALLY_TERMINATED".equals(service.getState())
                    && !"INTERNALLY_TERMINATED".equals(service.getState())
                || file.closed() != null);
    List<Limit> limits =
        clocks.stream()
            .filter(one -> one.whole() && one.service().equals(service.getId()))
            .map(one -> limit(one, end, counts))
            .toList();
    Limit limit =
        limits.stream()
            .filter(one -> "BROKEN".equals(one.outcome()))
            .min((a, b) -> a.decided().compareTo(b.decided()))
            .or(() -> limits.stream().filter(one -> one.outcome() == null).findFirst())
            .or(() -> limits.stream().max((a, b) -> a.decided().compareTo(b.decided())))
            .orElse(null);
    String place = file.place();
    return new Case(
        file.receiptNo(),
        whole,
        service.getProcessDefinitionKey(),
        service.getProcessDefinitionVersion(),
        place,
        start,
        end,
        end == null ? 0 : Duration.between(start, end).toMillis(),
        end == null ? 0 : office(place, start, end, List.of()),
        end == null ? 0 : office(place, start, end, own),
        limit);
  }

  private Step step(
      File file,
      HistoricProcessInstance service,
      HistoricActivityInstance one,
      List<HistoricActivityInstance> around,
      List<Clock> clocks,
      List<Pause> pauses) {
    Instant start = one.getStartTime().toInstant();
    Instant end = one.getEndTime() == null ? null : one.getEndTime().toInstant();
    List<Pause> own =
        pauses.stream().filter(pause -> pause.instance().equals(service.getId())).toList();
    Clock clock = clockOf(one, start, end, clocks);
    List<HistoricIdentityLinkLog> links =
        one.getTaskId() == null
            ? List.of()
            : history.createHistoricIdentityLinkLogQuery().taskId(one.getTaskId()).list();
    Instant taken =
        links.stream()
            .filter(link -> "assignee".equals(link.getType()))
            .filter(link -> "add".equals(link.getOperationType()))
            .map(link -> link.getTime().toInstant())
            .min(Instant::compareTo)
            .orElse(end);
    return new Step(
        file.receiptNo(),
        service.getProcessDefinitionKey(),
        definition(one).key(),
        definition(one).version(),
        file.place(),
        one.getActivityId(),
        one.getActivityType(),
        one.getTaskId() == null ? "" : department(one, links),
        person(one),
        isForApplicant(one),
        start,
        end,
        end == null ? 0 : Duration.between(start, end).toMillis(),
        end == null ? 0 : office(file.place(), start, end, List.of()),
        end == null ? 0 : office(file.place(), start, end, own),
        end == null || one.getTaskId() == null ? -1 : office(file.place(), start, taken, List.of()),
        clock != null && clock.returned(),
        isLast(one, around),
        clock == null ? null : limit(clock, end, !one.isCanceled()));
  }

  private record Definition(String key, int version) {}

  private Definition definition(HistoricActivityInstance one) {
    var definition = repository.getProcessDefinition(one.getProcessDefinitionId());
    return new Definition(definition.getKey(), definition.getVersion());
  }

  /**
   * Nothing else ends at one moment: whatever ended when the last branch arrived was that branch.
   */
  private static boolean isLast(
      HistoricActivityInstance one, List<HistoricActivityInstance> around) {
    if (one.getEndTime() == null || one.isCanceled() || !one.getActivityType().equals("userTask")) {
      return false;
    }
    return around.stream()
        .filter(
            join ->
                join.getActivityType().endsWith("lGateway")
                    || join.getActivityType().equals("inclusiveGateway"))
        .filter(join -> join.getEndTime() != null && join.getStartTime().equals(one.getEndTime()))
        .filter(join -> join.getEndTime().equals(join.getStartTime()))
        .anyMatch(
            join ->
                around.stream()
                        .filter(other -> other.getActivityId().equals(join.getActivityId()))
                        .filter(other -> join.getEndTime().equals(other.getEndTime()))
                        .count()
                    > 1);
  }

  private String department(HistoricActivityInstance one, List<HistoricIdentityLinkLog> links) {
    String group = task(one).getCamundaCandidateGroups();
    if (group != null && !group.contains("${")) {
      return group;
    }
    return links.stream()
        .map(HistoricIdentityLinkLog::getGroupId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private UserTask task(HistoricActivityInstance one) {
    return repository
        .getBpmnModelInstance(one.getProcessDefinitionId())
        .getModelElementById(one.getActivityId());
  }

  private boolean isForApplicant(HistoricActivityInstance one) {
    return one.getTaskId() != null
        && task(one).getExtensionElements() != null
        && task(one).getExtensionElements().getDomElement().getChildElements().stream()
            .flatMap(child -> child.getChildElements().stream())
            .anyMatch(child -> "waitsFor".equals(child.getAttribute("name")));
  }

  private String person(HistoricActivityInstance one) {
    if (one.getAssignee() != null) {
      return one.getAssignee();
    }
    return one.getTaskId() == null
        ? ""
        : history.createUserOperationLogQuery().taskId(one.getTaskId()).list().stream()
            .filter(entry -> "Complete".equals(entry.getOperationType()))
            .map(UserOperationLogEntry::getUserId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
  }

  private static Clock clockOf(
      HistoricActivityInstance one, Instant start, Instant end, List<Clock> clocks) {
    return clocks.stream()
        .filter(clock -> !clock.whole())
        .filter(clock -> clock.called().equals(one.getProcessInstanceId()))
        .filter(clock -> clock.activity().equals(one.getActivityId()))
        .filter(clock -> clock.execution().equals(one.getExecutionId()))
        .filter(clock -> !clock.recorded().isBefore(start))
        .filter(clock -> end == null || !clock.recorded().isAfter(end))
        .findFirst()
        .orElse(null);
  }

  private static Limit limit(Clock clock, Instant end, boolean counts) {
    Instant stopped = clock.stopped() == null ? end : clock.stopped();
    if (stopped == null) {
      return new Limit(clock.promised(), clock.due(), clock.paused(), null, null);
    }
    Instant counted = clock.paused() == null ? stopped : clock.paused();
    String outcome = counted.isAfter(clock.due()) ? "BROKEN" : counts ? "KEPT" : "VOID";
    return new Limit(
        clock.promised(),
        clock.due(),
        clock.paused(),
        outcome,
        outcome.equals("BROKEN") ? clock.due() : stopped);
  }

  /** Office hours of every day between, without what lies in a pause; milliseconds. */
  private long office(String place, Instant from, Instant to, List<Pause> without) {
    WorkCalendar calendar = calendars.of(place);
    long millis = 0;
    LocalDate last = LocalDate.ofInstant(to, WorkCalendar.ZONE);
    for (LocalDate day = LocalDate.ofInstant(from, WorkCalendar.ZONE);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Session session : calendar.sessions(day)) {
        Instant open = day.atTime(session.opens()).atZone(WorkCalendar.ZONE).toInstant();
        Instant close = day.atTime(session.closes()).atZone(WorkCalendar.ZONE).toInstant();
        millis += seconds(later(open, from), earlier(close, to), without);
      }
    }
    return millis;
  }

  /** Cut at every beginning and end of a pause; a piece counts when no pause covers it. */
  private static long seconds(Instant from, Instant to, List<Pause> without) {
    if (!from.isBefore(to)) {
      return 0;
    }
    List<Instant> cuts =
        Stream.concat(
                Stream.of(from, to),
                without.stream().flatMap(one -> Stream.of(one.from(), one.to())))
            .filter(Objects::nonNull)
            .filter(cut -> !cut.isBefore(from) && !cut.isAfter(to))
            .distinct()
            .sorted()
            .toList();
    long millis = 0;
    for (int piece = 1; piece < cuts.size(); piece++) {
      Instant begin = cuts.get(piece - 1);
      boolean paused =
          without.stream()
              .anyMatch(
                  one ->
                      !one.from().isAfter(begin) && (one.to() == null || one.to().isAfter(begin)));
      millis += paused ? 0 : Duration.between(begin, cuts.get(piece)).toMillis();
    }
    return millis;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private List<Clock> clocks(String instance) {
    return jdbc.sql("select * from ow_clock where process_instance_id = ? order by recorded_at")
        .param(instance)
        .query(
            (row, n) ->
                new Clock(
                    instance,
                    row.getString("called_instance_id"),
                    row.getString("activity_id"),
                    row.getString("execution_id"),
                    row.getString("step").endsWith("case"),
                    row.getString("basis").equals("PROMISED"),
                    at(row, "recorded_at"),
                    at(row, "due_at"),
                    at(row, "stopped_at"),
                    at(row, "paused_at"),
                    row.getBoolean("returned")))
        .list();
  }

  private List<Pause> pauses(String instance) {
    return jdbc.sql("select paused_at, resumed_at from ow_pause where process_instance_id = ?")
        .param(instance)
        .query((row, n) -> new Pause(instance, at(row, "paused_at"), at(row, "resumed_at")))
        .list();
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
