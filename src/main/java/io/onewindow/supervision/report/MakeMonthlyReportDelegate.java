package io.onewindow.supervision.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The first working day has come: the last month is reported on. */
@Component("makeMonthlyReportDelegate")
class MakeMonthlyReportDelegate implements JavaDelegate {

  private final MonthlyReports reports;

  MakeMonthlyReportDelegate(MonthlyReports reports) {
    this.reports = reports;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reports.makeDue(execution.getTenantId());
  }
}
