package io.onewindow.supervision.report;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.engine.Callers;
import io.onewindow.engine.OneNodeAtATime;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees to it that the process of monthly reports runs for every jurisdiction, once. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty("onewindow.report.unattended")
class MonthlyReportsBegin {

  private static final String PROCESS = "monthly-report";

  private final Departments departments;
  private final RuntimeService runtime;
  private final Callers callers;
  private final OneNodeAtATime oneNodeAtATime;

  MonthlyReportsBegin(
      Departments departments,
      RuntimeService runtime,
      Callers callers,
      OneNodeAtATime oneNodeAtATime) {
    this.departments = departments;
    this.runtime = runtime;
    this.callers = callers;
    this.oneNodeAtATime = oneNodeAtATime;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    oneNodeAtATime.run(
        () ->
            callers.asSystem(
                () -> {
                  departments.jurisdictions().stream().map(Jurisdiction::id).forEach(this::begin);
                  return null;
                }));
  }

  private void begin(String jurisdiction) {
    boolean runs =
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .tenantIdIn(jurisdiction)
                .count()
            > 0;
    if (!runs) {
      runtime
          .createProcessInstanceByKey(PROCESS)
          .processDefinitionWithoutTenantId()
          .setVariable("jurisdiction", jurisdiction)
          .execute();
    }
  }
}
