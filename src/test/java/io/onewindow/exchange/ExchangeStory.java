package io.onewindow.exchange;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;

import io.onewindow.story.Hall;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts that stories of departments' systems are made of. */
final class ExchangeStory {

  static final Map<String, Object> TAX =
      Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456");

  private final Hall hall;
  private final ManagementService management;
  private final JdbcClient jdbc;

  ExchangeStory(Hall hall, ManagementService management, JdbcClient jdbc) {
    this.hall = hall;
    this.management = management;
    this.jdbc = jdbc;
  }

  void forgets() {
    jdbc.sql("delete from ow_exchange_answer").update();
    jdbc.sql("delete from ow_exchange").update();
  }

  /** A case that stands at the tax office. */
  ProcessInstance caseAtTheTaxOffice() {
    ProcessInstance theCase =
        hall.starts(
            "nyClerk", "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  List<Job> jobs() {
    return management.createJobQuery().processDefinitionKey("pass-to-department").list();
  }

  void sends() {
    jobs().forEach(job -> management.executeJob(job.getId()));
  }

  /**
   * Lets time pass, as the job executor would: what fails is tried again when its time has come.
   *
   * @return how many tries failed
   */
  int passes(String until) {
    for (int failed = 0; ; failed++) {
      try {
        hall.itIs(until);
        return failed;
      } catch (DeliveryFailed away) {
        // the engine has given it another time
      }
    }
  }

  String requestOf(ProcessInstance theCase) {
    return jdbc.sql("select request_id from ow_exchange where receipt_no = ? and kind = 'STEP'")
        .param(theCase.getBusinessKey())
        .query(String.class)
        .single();
  }

  String stateOf(ProcessInstance theCase) {
    return jdbc.sql("select state from ow_exchange where receipt_no = ? and kind = 'STEP'")
        .param(theCase.getBusinessKey())
        .query(String.class)
        .single();
  }

  /** What the audit has of exchanges of that case, in the order it was written. */
  List<String> audited(ProcessInstance theCase) {
    return jdbc.sql(
            "select event from ow_audit where receipt_no = ? and event like 'EXCHANGE_%'"
                + " order by entry_no")
        .param(theCase.getBusinessKey())
        .query(String.class)
        .list();
  }
}
