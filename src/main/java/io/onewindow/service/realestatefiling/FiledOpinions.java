package io.onewindow.service.realestatefiling;

import io.onewindow.problem.Problem;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Joint opinions on which a completion filing rests; written in the engine's own transaction. */
@Repository
class FiledOpinions {

  private final JdbcClient jdbc;

  FiledOpinions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The case in which that opinion was filed. */
  Optional<String> receiptOf(String opinionNo) {
    return jdbc.sql("select receipt_no from ow_filed_opinion where opinion_no = ?")
        .param(opinionNo)
        .query(String.class)
        .optional();
  }

  /**
   * @throws Problem 409 when another case was first while this one was under way
   */
  void add(DelegateExecution theCase, String opinionNo, String filingNo) {
    receiptOf(opinionNo)
        .ifPresent(
            before -> {
              throw twice(theCase, "受理编号 " + before);
            });
    try {
      jdbc.sql("insert into ow_filed_opinion (opinion_no, filing_no, receipt_no) values (?, ?, ?)")
          .params(opinionNo, filingNo, theCase.getProcessBusinessKey())
          .update();
    } catch (DuplicateKeyException atTheSameInstant) {
      throw twice(theCase, "同时办结");
    }
  }

  private static Problem twice(DelegateExecution theCase, String before) {
    return Problem.conflict(
        "opinion-filed",
        "该联合验收意见书已在另一办件中备案（"
            + before
            + "），不得重复备案（一份意见书只备案一次是系统规则；备案见"
            + DevelopmentRules.clause(theCase.getTenantId())
            + "）。");
  }
}
