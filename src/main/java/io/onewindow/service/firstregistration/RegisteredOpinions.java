package io.onewindow.service.firstregistration;

import io.onewindow.problem.Problem;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Joint opinions on which a first registration rests; written in the engine's own transaction. */
@Repository
class RegisteredOpinions {

  private final JdbcClient jdbc;

  RegisteredOpinions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The case in which that opinion was registered. */
  Optional<String> receiptOf(String opinionNo) {
    return jdbc.sql("select receipt_no from ow_registered_opinion where opinion_no = ?")
        .param(opinionNo)
        .query(String.class)
        .optional();
  }

  /**
   * @throws Problem 409 when another case was first while this one was under way
   */
  void add(DelegateExecution theCase, String opinionNo, String titleNo) {
    receiptOf(opinionNo)
        .ifPresent(
            before -> {
              throw twice(theCase, "受理编号 " + before);
            });
    try {
      jdbc.sql(
              "insert into ow_registered_opinion (opinion_no, title_no, receipt_no) values (?, ?, ?)")
          .params(opinionNo, titleNo, theCase.getProcessBusinessKey())
          .update();
    } catch (DuplicateKeyException atTheSameInstant) {
      throw twice(theCase, "同时办结");
    }
  }

  private static Problem twice(DelegateExecution theCase, String before) {
    return Problem.conflict(
        "opinion-registered",
        "该联合验收意见书已在另一办件中首次登记（"
            + before
            + "）。《不动产登记暂行条例实施细则》第二十四条：“不动产首次登记，是指不动产权利第一次登记”；据此，系统对同一意见书只登记一次（"
            + RegistrationClauses.of(theCase.getTenantId())
            + "）。");
  }
}
