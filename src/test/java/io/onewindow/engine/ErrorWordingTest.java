package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.problem.Problem;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** What two nodes do to each other is no system error to whoever comes second. */
class ErrorWordingTest {

  private final ErrorWording wording = new ErrorWording(null);

  @Test
  void whoLosesADeadlockIsToldThatSomebodyWasFaster() {
    SQLException deadlock = new SQLException("ERROR: deadlock detected", "40P01");
    Problem problem =
        wording.of(
            new ProcessEngineException(
                "listener failed", new CannotAcquireLockException("update", deadlock)),
            500,
            "/engine-rest/job");
    assertThat(problem.status()).isEqualTo(409);
    assertThat(problem.code()).isEqualTo("changed-meanwhile");
  }

  @Test
  void aJobThatWasDoneMeanwhileIsNotFound() {
    Problem problem =
        wording.of(
            new ProcessEngineException("No job found with id 'j1'."), 500, "/engine-rest/job/j1");
    assertThat(problem.status()).isEqualTo(404);
  }
}
