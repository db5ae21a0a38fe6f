package io.onewindow.service.constructionpermit;

import io.onewindow.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The permits this system has issued, and its notices that works need none; of those issued
 * elsewhere it knows nothing. Written in the engine's own transaction.
 */
@Repository
class IssuedPermits {

  /** How the part of a notice begins: it permits nothing, so it stands in no permit's way. */
  private static final String EXEMPT = "exempt:";

  private final JdbcClient jdbc;
  private final Clock time;

  IssuedPermits(JdbcClient jdbc, Clock time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** What is permitted already and would be permitted again: the same part, or the whole of it. */
  Optional<IssuedPermit> covering(Works works) {
    String part = works.part();
    return jdbc
        .sql("select * from ow_issued_permit where project_code = ? order by permit_no")
        .param(works.text("projectCode"))
        .query(IssuedPermits::permit)
        .list()
        .stream()
        .filter(issued -> !issued.part().startsWith(EXEMPT))
        .filter(
            issued ->
                Works.isWhole(part) || Works.isWhole(issued.part()) || issued.part().equals(part))
        .findFirst();
  }

  Optional<IssuedPermit> numbered(String number) {
    return found(number).filter(issued -> !issued.part().startsWith(EXEMPT));
  }

  /** The notice of that number that works need no permit: it holds for the whole of them. */
  Optional<IssuedPermit> exempting(String number) {
    return found(number).filter(issued -> issued.part().startsWith(EXEMPT));
  }

  /**
   * @throws Problem 409 when it was permitted in another case while this one was under way
   */
  void enter(DelegateExecution theCase, String number) {
    Works works = new Works(theCase);
    covering(works)
        .ifPresent(
            before -> {
              throw twice("（" + before.number() + "）");
            });
    try {
      add(theCase, number, works.part());
    } catch (DuplicateKeyException atTheSameInstant) {
      throw twice("");
    }
    theCase.setVariable("permitNo", number);
  }

  /** Enters a notice that the works of this case need no permit. */
  void exempt(DelegateExecution theCase, String number) {
    add(theCase, number, EXEMPT + number);
  }

  private void add(DelegateExecution theCase, String number, String part) {
    jdbc.sql(
            """
            insert into ow_issued_permit (permit_no, project_code, part_key, receipt_no, issued_on)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            number,
            new Works(theCase).text("projectCode"),
            part,
            theCase.getProcessBusinessKey(),
            LocalDate.now(time))
        .update();
  }

  private Optional<IssuedPermit> found(String number) {
    return jdbc.sql("select * from ow_issued_permit where permit_no = ?")
        .param(number)
        .query(IssuedPermits::permit)
        .optional();
  }

  private static IssuedPermit permit(ResultSet row, int number) throws SQLException {
    return new IssuedPermit(
        row.getString("project_code"),
        row.getString("part_key"),
        row.getString("permit_no"),
        row.getObject("issued_on", LocalDate.class).toString());
  }

  private static Problem twice(String before) {
    return Problem.conflict(
        "works-permitted",
        "本项目的该部分已在另一办件中取得施工许可证" + before + "，不得重复核发（同一部分只核发一次是系统规则；施工许可见《建筑法》第七条）。");
  }
}
