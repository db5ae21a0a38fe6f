package io.onewindow.casefile.retention;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may keep a case beyond its time. */
@FaceTest
class HoldsIT {

  private static final Map<String, String> LAWSUIT = Map.of("reason", "行政复议");

  @Autowired private Face face;
  @Autowired private Hall hall;

  private String path;

  @BeforeEach
  void aCaseIsReceived() {
    hall.itIs("2026-09-15T10:00");
    path =
        "/api/v1/cases/"
            + hall.starts("nyClerk", "company-registration", tradingCompany()).getBusinessKey()
            + "/hold";
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private int release(String person) {
    return face.send(face.request(person, path).DELETE()).status();
  }

  @Test
  void onlyASupervisorOfThePlace() {
    assertThat(face.put(null, path, LAWSUIT).status()).isEqualTo(401);
    assertThat(face.put("nyClerk", path, LAWSUIT).status()).isEqualTo(403);
    assertThat(face.put("hkSupervisor", path, LAWSUIT).status()).isEqualTo(404);
    assertThat(face.put("nySupervisor", path, LAWSUIT).status()).isEqualTo(204);
    assertThat(face.put("nySupervisor", path, LAWSUIT).status()).isEqualTo(409);
    assertThat(release("nyClerk")).isEqualTo(403);
    assertThat(release("nySupervisor")).isEqualTo(204);
    assertThat(release("nySupervisor")).isEqualTo(409);
  }

  @Test
  void notWithoutAReason() {
    Answer answer = face.put("nySupervisor", path, Map.of("reason", " "));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/fields/0/key")).isEqualTo("reason");
  }
}
