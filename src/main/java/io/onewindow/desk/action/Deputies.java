package io.onewindow.desk.action;

import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom. A small process waits for the first and the last day; nothing polls. Its
 * name is open to that model.
 */
@Component("deputies")
public class Deputies {

  private static final String PROCESS = "deputyship";
  private static final String ID = "deputyshipId";
  private static final String AT_ONCE = "serviceTask_handOver";
  private static final String UNKEPT = "应在 2000 年至 2099 年之间";

  private final DeputyStore store;
  private final DeputyTasks tasks;
  private final Colleagues colleagues;
  private final RuntimeService runtime;
  private final Callers callers;
  private final ActLog log;
  private final Clock time;

  Deputies(
      DeputyStore store,
      DeputyTasks tasks,
      Colleagues colleagues,
      RuntimeService runtime,
      Callers callers,
      ActLog log,
      Clock time) {
    this.store = store;
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.runtime = runtime;
    this.callers = callers;
    this.log = log;
    this.time = time;
  }

  /**
   * Open deputyships that the caller may see: the own ones, all of a supervisor's jurisdictions.
   */
  List<Deputyship> open() {
    Caller caller = caller();
    return store.open(caller.jurisdictions()).stream()
        .filter(one -> concerns(one, caller) || isSupervisor(caller))
        .toList();
  }

  private static boolean concerns(Deputyship one, Caller caller) {
    return caller.id().equals(one.absent()) || caller.id().equals(one.deputy());
  }

  /**
   * Puts a deputy in.
   *
   * @return its id
   * @throws Problem 400 that names each wrong field, 403 for somebody else's absence, 409 when the
   *     person has a deputy in that time, or the two would stand in for each other
   */
  @Transactional
  public String appoint(DeputyOrder order) {
    Caller caller = caller();
    String absent =
        order.absent() == null || order.absent().isBlank() ? caller.id() : order.absent();
    String place = place(caller, absent);
    check(order, absent, place);
    Deputyship one = deputyship(order, absent, place, caller.id());
    refuseOverlap(one);
    store.add(one);
    log(Act.DEPUTE, one, caller.id(), one.absent(), one.deputy(), order.reason().strip());
    store.standsIn(one.id(), start(one));
    return one.id();
  }

  /** The jurisdiction in which the caller may arrange for that person. */
  private String place(Caller caller, String absent) {
    if (!absent.equals(caller.id()) && !isSupervisor(caller)) {
      throw Problem.forbidden("not-your-act", "只能为自己指定代办人；为他人指定须由督办人员办理。");
    }
    return caller.jurisdictions().stream()
        .sorted()
        .filter(one -> colleagues.worksFor(absent, one))
        .findFirst()
        .orElseThrow(() -> ActFields.wrong("absent", "请假人", "应为您所辖辖区的人员"));
  }

  private void check(DeputyOrder order, String absent, String place) {
    boolean dated = order.from() != null && order.to() != null;
    boolean kept = dated && isKept(order.from()) && isKept(order.to());
    new ActFields()
        .text("reason", "理由", order.reason(), "为必填项，例如出差、休假")
        .expect(
            order.deputy() != null
                && !order.deputy().equals(absent)
                && colleagues.worksFor(order.deputy(), place),
            "deputy",
            "代办人",
            "应为同一辖区的另一位人员")
        .expect(order.from() != null, "from", "自", "为必填项，格式为 2026-09-15")
        .expect(order.from() == null || isKept(order.from()), "from", "自", UNKEPT)
        .expect(order.to() != null, "to", "至", "为必填项，格式为 2026-09-18")
        .expect(order.to() == null || isKept(order.to()), "to", "至", UNKEPT)
        .expect(!dated || !order.to().isBefore(order.from()), "to", "至", "不能早于开始日期")
        .expect(!kept || end(order).isAfter(time.instant()), "to", "至", "不能早于今天")
        .check();
  }

  /** Days far from these no database can keep. */
  private static boolean isKept(LocalDate day) {
    return day.getYear() >= 2000 && day.getYear() < 2100;
  }

  private Instant end(DeputyOrder order) {
    return order.to().plusDays(1).atStartOfDay(time.getZone()).toInstant();
  }

  private Deputyship deputyship(DeputyOrder order, String absent, String place, String by) {
    return new Deputyship(
        UUID.randomUUID().toString(),
        absent,
        order.deputy(),
        place,
        order.from().atStartOfDay(time.getZone()).toInstant(),
        end(order),
        order.reason().strip(),
        by,
        time.instant().truncatedTo(ChronoUnit.MILLIS),
        null,
        null,
        null);
  }

  private void refuseOverlap(Deputyship one) {
    List<Deputyship> meanwhile =
        store.open(List.of(one.jurisdiction())).stream()
            .filter(other -> other.beginsAt().isBefore(one.endsAt()))
            .filter(other -> other.endsAt().isAfter(one.beginsAt()))
            .toList();
    if (meanwhile.stream().anyMatch(other -> other.absent().equals(one.absent()))) {
      throw Problem.conflict("deputy-already", "该人员在此期间已有代办人，请先取消原来的安排。");
    }
    if (meanwhile.stream().anyMatch(other -> other.absent().equals(one.deputy()))) {
      throw Problem.conflict("deputy-absent", "所选代办人在此期间也由他人代办，请另选一位。");
    }
  }

  private String start(Deputyship one) {
    return callers.inOwnName(
        () -> {
          var start =
              runtime
                  .createProcessInstanceByKey(PROCESS)
                  .processDefinitionWithoutTenantId()
                  .setVariables(Map.of("jurisdiction", one.jurisdiction(), ID, one.id()));
          if (one.holdsAt(time.instant())) {
            start.startBeforeActivity(AT_ONCE);
          }
          return start.execute().getId();
        });
  }

  /**
   * Ends a deputyship early; what is not done goes back.
   *
   * @throws Problem 400 without reason, 403 for who has nothing to do with it, 404 for none, 409
   *     when it is over
   */
  @Transactional
  public void cancel(String id, String reason) {
    Caller caller = caller();
    Deputyship one =
        store
            .find(id)
            .filter(found -> caller.worksFor(found.jurisdiction()))
            .orElseThrow(() -> Problem.notFound("no-deputy", "没有这项代办安排，或者您无权查看。"));
    if (!caller.id().equals(one.absent()) && !isSupervisor(caller)) {
      throw Problem.forbidden("not-your-act", "只能由本人或督办人员取消代办。");
    }
    ActFields.reason(reason);
    if (one.isOverAt(time.instant())) {
      throw Problem.conflict("deputy-over", "该代办安排已经结束。");
    }
    boolean begun = one.holdsAt(time.instant());
    store.cancel(id, caller.id(), time.instant());
    log(Act.CANCEL_DEPUTY, one, caller.id(), one.deputy(), one.absent(), reason.strip());
    if (begun) {
      tasks.handBack(one);
    }
    callers.inOwnName(
        () -> {
          runtime.deleteProcessInstanceIfExists(
              one.processInstanceId(), reason.strip(), true, true, true, false);
          return null;
        });
  }

  /** For the model: when the absence begins. */
  public Date begins(DelegateExecution execution) {
    return Date.from(of(execution).beginsAt());
  }

  /** For the model: when it is over. */
  public Date ends(DelegateExecution execution) {
    return Date.from(of(execution).endsAt());
  }

  Deputyship of(DelegateExecution execution) {
    return store.find((String) execution.getVariable(ID)).orElseThrow();
  }

  private void log(Act act, Deputyship one, String actor, String from, String to, String reason) {
    log.write(
        new ActRecord(
            null,
            act,
            null,
            one.jurisdiction(),
            null,
            null,
            null,
            null,
            actor,
            null,
            from,
            to,
            reason,
            null,
            null,
            null));
  }

  private static boolean isSupervisor(Caller caller) {
    return caller.groups().contains(StaffGroup.SUPERVISOR) || caller.isAdministrator();
  }

  private Caller caller() {
    return callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
  }
}
