package io.onewindow.bench;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What halls have left undone and what they have done, written into PostgreSQL: open cases, each
 * with an instance, a task, a timer and running clocks; and four times as many that have ended.
 */
final class Backlog {

  private static final String SERVICE = "company-registration";

  /** Of the model, an officer's. */
  private static final String ELEMENT = "userTask_handleTax";

  private final JdbcTemplate jdbc;
  private final RepositoryService repository;
  private final int open;
  private final int all;
  private ProcessDefinition model;

  Backlog(JdbcTemplate jdbc, RepositoryService repository, int open) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.open = open;
    this.all = 5 * open;
  }

  /** As on a receipt: 21 digits. */
  static String receiptNo(int number) {
    return "371400" + "%015d".formatted(number);
  }

  /** Of the case with that number, open or not. */
  String instance(int number) {
    return jdbc.queryForObject(
        "select process_instance_id from ow_case where receipt_no = ?",
        String.class,
        receiptNo(number));
  }

  void write() {
    model =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(SERVICE)
            .latestVersion()
            .singleResult();
    TaskListBench.write(jdbc, repository, 0, open, false);
    timers();
    caseFiles();
    facts();
    clocks();
    history();
    jdbc.execute("analyze");
  }

  private void timers() {
    insert(
        "ACT_RU_JOB (ID_, REV_, TYPE_, RETRIES_, EXCLUSIVE_, SUSPENSION_STATE_, HANDLER_TYPE_,"
            + " HANDLER_CFG_, DUEDATE_, CREATE_TIME_, EXECUTION_ID_, PROCESS_INSTANCE_ID_,"
            + " ROOT_PROC_INST_ID_, PROCESS_DEF_ID_, PROCESS_DEF_KEY_, TENANT_ID_)",
        "{id:j}, 1, 'timer', 3, true, 1, 'timer-transition', 'boundary',"
            + " timestamp '2026-11-21 09:00' + i * interval '1 minute',"
            + " timestamp '2026-11-01 09:00', {id:e}, {id:e}, {id:e}, {model}, '{service}', {place}",
        open);
  }

  private void caseFiles() {
    insert(
        "ow_case (receipt_no, jurisdiction, service, process_instance_id, applicant_name, subject,"
            + " state, channel, received_by, received_at, accepted_at, closed_at)",
        "{number}, {place}, '{service}', {id:e}, '王晓明', '泰和' || i || '商贸有限公司', {state}, 'window', 'nyClerk', {begun},"
            + " {begun}, {ended}",
        all);
    insert(
        "ow_case_party (receipt_no, party_no, role, name, id_hash, phone_hash)",
        "{number}, 1, 'APPLICANT', '王晓明', md5('id' || i), md5('phone' || i)",
        open);
    insert("ow_case_term (term, receipt_no)", "'#' || right({number}, 4), {number}", open);
    insert("ow_case_term (term, receipt_no)", "'泰和', {number}", open);
    insert("ow_case_term (term, receipt_no)", "chr(20000 + i % 3000) || '商', {number}", open);
  }

  private void facts() {
    String outcome = "case when i < {open} then null else 'KEPT' end";
    insert(
        "ow_fact_case (process_instance_id, receipt_no, whole, definition_id, service, version,"
            + " jurisdiction, state, started_at, ended_at, clock_id, basis, due_at, outcome,"
            + " decided_at)",
        "{id:e}, {number}, true, {model}, '{service}', 1, {place}, {state}, {begun}, {ended}, {id:k}, 'STATUTORY', {due}, "
            + outcome
            + ", {ended}",
        all);
    insert(
        "ow_fact_step (id, receipt_no, service_instance_id, service, definition_id, process_key,"
            + " version, jurisdiction, activity_id, activity_type, container, task_id, department,"
            + " person, for_applicant, started_at, ended_at, clock_id, basis, due_at, outcome,"
            + " decided_at, returned, last_at_join)",
        "{id:s}, {number}, {id:e}, '{service}', {model}, '{service}', 1, {place}, '{element}',"
            + " 'userTask', false, {id:t}, 'tax', '', false, {begun}, {ended}, {id:c},"
            + " 'STATUTORY', {due}, "
            + outcome
            + ", {ended}, false, 0",
        all);
    insert(
        "ow_fact_step (id, receipt_no, service_instance_id, service, definition_id, process_key,"
            + " version, jurisdiction, activity_id, activity_type, container, task_id, department,"
            + " person, for_applicant, started_at, ended_at, returned, last_at_join)",
        "{id:p}, {number}, {id:e}, '{service}', {model}, '{service}', 1, {place},"
            + " 'userTask_review', 'userTask', false, {id:q}, 'window', 'nyClerk', false, {begun},"
            + " {begun} + interval '1 hour', false, 0",
        open);
  }

  private void clocks() {
    String columns =
        "ow_clock (id, process_instance_id, execution_id, activity_id, jurisdiction, service, step,"
            + " basis, started_at, effective_from, warning_at, due_at, provisional, light,"
            + " stopped_at)";
    String values =
        ", {id:e}, {id:e}, '{element}', {place}, '{service}', '%s', 'STATUTORY', {begun}, {begun},"
            + " {due} - interval '1 day', {due}, false, 'GREEN', {ended}";
    insert(columns, "{id:k}" + values.formatted("case"), all);
    insert(columns, "{id:c}" + values.formatted("tax"), open);
  }

  private void history() {
    insert(
        "ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_,"
            + " PROC_DEF_ID_, START_TIME_, END_TIME_, TENANT_ID_, STATE_)",
        "{id:e}, {id:e}, {id:e}, {number}, '{service}', {model}, {begun}, {ended}, {place},"
            + " case when i < {open} then 'ACTIVE' else 'COMPLETED' end",
        all);
    insert(
        "ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, ROOT_PROC_INST_ID_, PROC_INST_ID_,"
            + " EXECUTION_ID_, ACT_ID_, TASK_ID_, ACT_NAME_, ACT_TYPE_, START_TIME_, END_TIME_,"
            + " TENANT_ID_)",
        "{id:h}, '{service}', {model}, {id:e}, {id:e}, {id:e}, '{element}', {id:t}, '办理涉税事项',"
            + " 'userTask', {begun}, {ended}, {place}",
        all);
    insert(
        "ACT_HI_TASKINST (ID_, TASK_DEF_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, ROOT_PROC_INST_ID_,"
            + " PROC_INST_ID_, EXECUTION_ID_, NAME_, START_TIME_, END_TIME_, DUE_DATE_, TENANT_ID_)",
        "{id:t}, '{element}', '{service}', {model}, {id:e}, {id:e}, {id:e}, '办理涉税事项', {begun},"
            + " {ended}, {due}, {place}",
        open);
  }

  private void insert(String columns, String values, int rows) {
    String select =
        values
            .replace(
                "{ended}", "case when i < {open} then null else {begun} + interval '3 day' end")
            .replace("{state}", "case when i < {open} then 'ACCEPTED' else 'ISSUED' end")
            .replace(
                "{begun}",
                "(timestamptz '2026-11-01 09:00+08' + i % 9973 * interval '1 minute' - {before})")
            .replace(
                "{due}",
                "(timestamptz '2026-11-20 09:00+08' + i % 7919 * interval '1 minute' - {before})")
            .replace(
                "{place}", "(array['liaocheng','shenxian','ningyang','hekou'])[1 + i / 41 % 4]")
            .replace("{number}", "'371400' || lpad(i::text, 15, '0')")
            .replace("{before}", "i / {open} * interval '91 day'")
            .replace("{open}", String.valueOf(open))
            .replace("{model}", "'" + model.getId() + "'")
            .replace("{service}", SERVICE)
            .replace("{element}", ELEMENT)
            .replaceAll("\\{id:(.)}", "md5('$1' || i)::uuid::text");
    jdbc.execute(
        "insert into %s select %s from generate_series(0, %d) i"
            .formatted(columns, select, rows - 1));
  }
}
