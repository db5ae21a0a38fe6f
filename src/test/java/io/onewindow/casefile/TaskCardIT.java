package io.onewindow.casefile;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.story.Hall;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands on Tasklist's cards, asked for in a browser's session. */
@FaceTest
class TaskCardIT {

  private static final String CARDS =
      "/camunda/api/tasklist/plugin/onewindow/default/task-card?ids=";

  @Autowired private Face face;
  @Autowired private Hall hall;

  private String task;

  @BeforeEach
  void aTaskStandsAtTheWindow() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    task = hall.task("nyClerk", theCase, "审查申请材料").getId();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void answersNobodyWithoutASession() {
    assertThat(face.get(null, CARDS + task).status()).isEqualTo(401);
    assertThat(face.get("nyClerk", CARDS + task).status()).isEqualTo(401);
  }

  @Test
  void tellsTheTimeThatIsLeft() {
    Answer answer = WebSession.of(face, "nyClerk").get(CARDS + task + ",no-such-task");
    assertThat(answer.json()).hasSize(1);
    assertThat(answer.text("/" + task + "/light")).isEqualTo("green");
    assertThat(answer.text("/" + task + "/remaining")).isEqualTo("剩余 5个工作日6小时（工作时间）");
    assertThat(answer.text("/" + task + "/basis")).isEqualTo("法定时限");
  }

  @Test
  void leavesOutWhatTheReaderMayNotSee() {
    for (String person : new String[] {"sxClerk", "nyTax", "lcSupervisor"}) {
      assertThat(WebSession.of(face, person).get(CARDS + task).json()).as(person).isEmpty();
    }
    assertThat(WebSession.of(face, "nySupervisor").get(CARDS + task).json()).hasSize(1);
  }

  @Test
  void answersNothingWhenNothingIsAskedFor() {
    WebSession clerk = WebSession.of(face, "nyClerk");
    for (String ids : new String[] {"", ",", ",,", "%20"}) {
      assertThat(clerk.get(CARDS + ids).json()).isEmpty();
    }
  }

  @Test
  void refusesAWrongPasswordAndARequestWithoutTheToken() {
    assertThat(new WebSession(face).signIn("hkTrainer", "wrong").status()).isEqualTo(401);
    Answer forged = face.post(null, "/camunda/api/admin/auth/user/default/logout", Map.of());
    assertThat(forged.status()).isEqualTo(403);
  }
}
