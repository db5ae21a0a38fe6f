package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.problem.Problem;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** What people read when something is refused. */
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
