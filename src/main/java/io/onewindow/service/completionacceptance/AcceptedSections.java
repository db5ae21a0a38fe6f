package io.onewindow.service.completionacceptance;

import io.onewindow.problem.Problem;
import io.onewindow.service.JointOpinion;
import io.onewindow.service.JointOpinions;
import io.onewindow.service.SectionName;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which projects and sections of projects have been accepted; written in the engine's own
 * transaction. A section is the same however it is spaced and in whichever width it is written.
 */
@Repository
class AcceptedSections implements JointOpinions {

  /** The key of a whole project; a section's name is never blank. */
  private static final String WHOLE = "";

  private final JdbcClient jdbc;
  private final Clock time;

  AcceptedSections(JdbcClient jdbc, Clock time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  static boolean isBySection(VariableScope application) {
    return "section".equals(application.getVariable("acceptanceMode"));
  }

  /**
   * What was accepted before and would be accepted again: the same section, the project as a whole,
   * or, for a whole project, any section of it.
   */
  Optional<AcceptedSection> accepted(VariableScope application) {
    String key = key(application);
    return jdbc
        .sql(
            """
            select section_name, opinion_no from ow_accepted_section
            where project_code = ? and (section_key = ? or section_key = ? or ? = ?)
            order by accepted_at, opinion_no
            """)
        .params(FilingRules.text(application, "projectCode"), key, WHOLE, key, WHOLE)
        .query((row, number) -> new AcceptedSection(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .findFirst();
  }

  @Override
  public Optional<JointOpinion> issued(String opinionNo) {
    return jdbc.sql(
            """
            select project_code, section_name, section_key from ow_accepted_section
            where opinion_no = ?
            """)
        .param(opinionNo)
        .query(
            (row, number) -> new JointOpinion(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /**
   * @throws Problem 409 when it was accepted in another case while this one was under way
   */
  void add(DelegateExecution theCase, String opinionNo) {
    accepted(theCase)
        .ifPresent(
            before -> {
              throw twice(theCase, before.describe(), "（意见书 " + before.opinionNo() + "）");
            });
    try {
      jdbc.sql(
              """
            insert into ow_accepted_section (project_code, section_key, section_name, receipt_no,
              opinion_no, accepted_at) values (?, ?, ?, ?, ?, ?)
            """)
          .params(
              FilingRules.text(theCase, "projectCode"),
              key(theCase),
              isBySection(theCase) ? FilingRules.text(theCase, "sectionName") : "",
              theCase.getProcessBusinessKey(),
              opinionNo,
              time.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (DuplicateKeyException atTheSameInstant) {
      throw twice(theCase, "该项目的同一部分", "");
    }
  }

  private static Problem twice(DelegateExecution theCase, String what, String opinion) {
    return Problem.conflict(
        "section-accepted",
        what
            + "已在另一办件中通过联合验收"
            + opinion
            + "，不得重复核发（同一部分只验收一次是系统规则；联合验收见"
            + AcceptanceClauses.of(theCase.getTenantId())
            + "）。");
  }

  private static String key(VariableScope application) {
    if (!isBySection(application)) {
      return WHOLE;
    }
    return SectionName.key(FilingRules.text(application, "sectionName"));
  }
}
