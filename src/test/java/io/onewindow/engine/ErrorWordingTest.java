package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.problem.Problem;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;

/** What people read when something is refused. */
class ErrorWordingTest {

  private final ErrorWording wording = new ErrorWording(null);

  /** PostgreSQL's words, H2's for a deadlock, and H2's for a row that is held for too long. */
  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001", "HYT00"})
  void whoLosesALockIsToldThatSomebodyWasFaster(String state) {
    SQLException deadlock = new SQLException("lock not granted", state);
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
  void whoIsNotLetInByAScreensFormIsNotToldToSignIn() {
    Problem problem = wording.of(null, 401, "/camunda/api/admin/auth/user/default/login/tasklist");
    assertThat(problem.getMessage()).startsWith("用户名或密码不正确");
    assertThat(wording.of(null, 401, "/camunda/api/engine/engine").getMessage()).isEqualTo("请先登录。");
  }

  @Test
  void aJobThatWasDoneMeanwhileIsNotFound() {
    Problem problem =
        wording.of(
            new ProcessEngineException("No job found with id 'j1'."), 500, "/engine-rest/job/j1");
    assertThat(problem.status()).isEqualTo(404);
  }
}
