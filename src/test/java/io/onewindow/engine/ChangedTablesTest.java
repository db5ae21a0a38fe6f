package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

/** bench/faults.md shows the same with nodes, tables and clerks. */
class ChangedTablesTest {

  private static final Command<?> COMPLETION = new CompleteTaskCmd("task", Map.of());

  private final Refusing connections = new Refusing();
  private final ChangedTables interceptor = new ChangedTables();

  {
    interceptor.setNext(connections);
  }

  /** Stands for connections that refuse so often, each once. */
  private static final class Refusing extends CommandInterceptor {

    private int refusals;
    private int asked;
    private RuntimeException refusal;

    @Override
    public <T> T execute(Command<T> command) {
      asked++;
      if (refusals-- > 0) {
        throw refusal;
      }
      return null;
    }
  }

  @Test
  void whatIsHandedInIsDoneAgainUntilAConnectionKnowsTheTables() {
    var closed = new TransactionSystemException("", new SQLException("Connection is closed"));
    closed.initApplicationException(failure("0A000"));
    connections.refusal = closed;
    connections.refusals = 20;
    interceptor.execute(COMPLETION);
    assertThat(connections.asked).isEqualTo(21);
  }

  @Test
  void whatFailsOtherwiseIsNotDoneAgain() {
    connections.refusal = failure("23505");
    connections.refusals = 1;
    assertThatThrownBy(() -> interceptor.execute(COMPLETION)).isSameAs(connections.refusal);
    assertThat(connections.asked).isEqualTo(1);
  }

  @Test
  void jobsAreTriedAgainByTheEngineItself() {
    connections.refusal = failure("0A000");
    connections.refusals = 1;
    Command<?> job = new ExecuteJobsCmd("job", null);
    assertThatThrownBy(() -> interceptor.execute(job)).isSameAs(connections.refusal);
  }

  @Test
  void neverWithoutEnd() {
    connections.refusal = failure("0A000");
    connections.refusals = 1000;
    assertThatThrownBy(() -> interceptor.execute(COMPLETION)).isSameAs(connections.refusal);
    assertThat(connections.asked).isEqualTo(50);
  }

  private static RuntimeException failure(String state) {
    return new ProcessEngineException("", new SQLException("refused", state));
  }
}
