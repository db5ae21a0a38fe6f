package io.onewindow.desk;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseParty;
import io.onewindow.casefile.Opening;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who hands an application in. It may be an agent with the applicant's authorization (帮办代办), and it
 * may be taken in at another hall's window (异地代收); the case belongs to the jurisdiction that
 * decides it all the same.
 */
@Component
class Filing {

  private static final String FILED_BY = "filedBy";
  private static final String AGENT = "agent";
  private static final String AGENT_ID_NO = "ow_filing.agent_id_no";

  private final JdbcClient jdbc;
  private final Callers callers;
  private final Vault vault;

  Filing(JdbcClient jdbc, Callers callers, Vault vault) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.vault = vault;
  }

  /** What is wrong with the agent's own details. */
  List<Problem.Field> violations(VariableScope application) {
    return isByAgent(application)
            && !ResidentIdNumber.isValid((String) application.getVariable("agentIdNo"))
        ? List.of(new Problem.Field("agentIdNo", "代办人身份证号码", "校验不通过，请核对18位号码（末位X须大写）"))
        : List.of();
  }

  /** The case is found by its agent too. */
  Opening with(Opening opening, VariableScope application) {
    if (!isByAgent(application)) {
      return opening;
    }
    return opening.and(
        CaseParty.of(
            CaseParty.Role.AGENT,
            (String) application.getVariable("agentName"),
            (String) application.getVariable("agentIdNo")));
  }

  void record(VariableScope application) {
    Optional<String> elsewhere = otherHall((String) application.getVariable(CaseFile.JURISDICTION));
    boolean byAgent = isByAgent(application);
    if (!byAgent && elsewhere.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into ow_filing (receipt_no, agent_name, agent_id_no, authorization_no, filed_in)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            application.getVariable(CaseFile.RECEIPT_NO),
            byAgent ? application.getVariable("agentName") : null,
            byAgent ? vault.seal(AGENT_ID_NO, (String) application.getVariable("agentIdNo")) : null,
            byAgent ? application.getVariable("authorizationNo") : null,
            elsewhere.orElse(null))
        .update();
  }

  private static boolean isByAgent(VariableScope application) {
    return AGENT.equals(application.getVariable(FILED_BY));
  }

  /** The hall whose clerk took in what another one decides; empty in one's own hall. */
  private Optional<String> otherHall(String owner) {
    Set<String> halls = callers.current().map(Caller::jurisdictions).orElse(Set.of());
    return halls.isEmpty() || halls.contains(owner) ? Optional.empty() : halls.stream().findFirst();
  }
}
