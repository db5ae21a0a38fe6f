package io.onewindow.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

/** bench/faults.md shows the same with nodes, tables and clerks. */
class CaseStarterTest {

  private final RepeatedRequests requests = mock(RepeatedRequests.class);
  private final CaseStarter starter = new CaseStarter(null, null, null, requests);

  @Test
  void whatIsTakenInWhileANewerReleaseChangesTheTablesIsDoneAgain() {
    var stalePlan = new ProcessEngineException("", new SQLException("refused", "0A000"));
    when(requests.once(any(), any(), any(), any()))
        .thenThrow(stalePlan, stalePlan)
        .thenReturn("370921202611220");
    NewCase wanted = new NewCase("company-registration", "ningyang", null, null);
    assertThat(starter.start(wanted, "key-of-a-test", "nyClerk", new byte[0]))
        .isEqualTo("370921202611220");
  }
}
