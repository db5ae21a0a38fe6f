package io.onewindow.supervision.fact;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts as they are stored; only what changed is written. */
@Repository
class FactStore {

  /**
   * What a case's facts were and are.
   *
   * @param before those that changed, as they were
   * @param after those that changed, as they are
   */
  record Changes(
      List<CaseFact> casesBefore,
      List<CaseFact> casesAfter,
      List<StepFact> stepsBefore,
      List<StepFact> stepsAfter) {

    boolean isEmpty() {
      return casesBefore.isEmpty()
          && casesAfter.isEmpty()
          && stepsBefore.isEmpty()
          && stepsAfter.isEmpty();
    }
  }

  private static final String INSERT_CASE = insert("ow_fact_case", FactRows.CASE_COLUMNS);
  private static final String INSERT_STEP = insert("ow_fact_step", FactRows.STEP_COLUMNS);

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  FactStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  private static String insert(String table, String columns) {
    int count = columns.split(",").length;
    return "insert into "
        + table
        + " ("
        + columns
        + ") values ("
        + String.join(", ", Collections.nCopies(count, "?"))
        + ")";
  }

  /**
   * Makes these the facts of these cases.
   *
   * @param receiptNos cases whose facts were counted; facts they had and no longer have go
   */
  Changes replace(Collection<String> receiptNos, List<CaseFact> cases, List<StepFact> steps) {
    List<CaseFact> oldCases =
        jdbc.sql("select * from ow_fact_case where receipt_no in (:numbers)")
            .param("numbers", receiptNos)
            .query(FactRows::caseFact)
            .list();
    List<StepFact> oldSteps =
        jdbc.sql("select * from ow_fact_step where receipt_no in (:numbers)")
            .param("numbers", receiptNos)
            .query(FactRows::stepFact)
            .list();
    Changes changes =
        new Changes(
            without(oldCases, cases, CaseFact::processInstanceId),
            without(cases, oldCases, CaseFact::processInstanceId),
            without(oldSteps, steps, StepFact::id),
            without(steps, oldSteps, StepFact::id));
    delete(
        "delete from ow_fact_case where process_instance_id = ?",
        changes.casesBefore().stream().map(CaseFact::processInstanceId).toList());
    delete(
        "delete from ow_fact_step where id = ?",
        changes.stepsBefore().stream().map(StepFact::id).toList());
    batches.batchUpdate(INSERT_CASE, changes.casesAfter().stream().map(FactRows::values).toList());
    batches.batchUpdate(INSERT_STEP, changes.stepsAfter().stream().map(FactRows::values).toList());
    return changes;
  }

  /** Those that the others do not have in the same words. */
  private static <T> List<T> without(List<T> some, List<T> others, Function<T, String> id) {
    Map<String, T> known = others.stream().collect(toMap(id, one -> one));
    List<T> rest = new ArrayList<>();
    some.stream().filter(one -> !one.equals(known.get(id.apply(one)))).forEach(rest::add);
    return rest;
  }

  private void delete(String sql, List<String> ids) {
    batches.batchUpdate(sql, ids.stream().map(id -> new Object[] {id}).toList());
  }
}
