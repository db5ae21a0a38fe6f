package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Records tell where an act came from as exactly as its address does, and not more. */
class CallOriginTest {

  private final CallOrigin origin = new CallOrigin();

  @AfterEach
  void theCallIsOver() {
    RequestContextHolder.resetRequestAttributes();
  }

  @ParameterizedTest
  @CsvSource({
    "/camunda/api/tasklist/plugin/onewindow-desk/default/acts, tasklist",
    "/camunda/api/cockpit/plugin/onewindow/default/redating, cockpit",
    "/camunda/api/admin/auth/user/default/login/welcome, admin",
    "/camunda/api/engine/engine/default/user/nyClerk/profile, webapps",
    "/engine-rest/task/1/complete, api",
    "/api/v1/cases, api"
  })
  void theAddressTellsWhoAsks(String path, String face) {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest("POST", path)));
    assertThat(origin.face()).isEqualTo(face);
  }

  @Test
  void whatNobodyAsksForTheSystemDoes() {
    assertThat(origin.face()).isEqualTo("system");
  }
}
