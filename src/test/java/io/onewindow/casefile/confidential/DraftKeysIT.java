package io.onewindow.casefile.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The keys to unfinished forms, asked for in a browser's session. */
@FaceTest
class DraftKeysIT {

  private static final String KEEPING = "/camunda/api/tasklist/plugin/onewindow/default/drafts";

  @Autowired private Face face;

  @Test
  void everybodyHasTheirOwnAndKeepsThem() {
    Answer first = WebSession.of(face, "nyClerk").get(KEEPING);
    assertThat(first.text("/person")).isEqualTo("nyClerk");
    assertThat(Base64.getDecoder().decode(first.text("/keys/0"))).hasSize(32);
    assertThat(first.json().findValue("confidential").toString())
        .contains("applicantIdNo", "applicantPhone");
    assertThat(WebSession.of(face, "nyClerk").get(KEEPING).text("/keys/0"))
        .as("in another session")
        .isEqualTo(first.text("/keys/0"));
    assertThat(WebSession.of(face, "nyTax").get(KEEPING).text("/keys/0"))
        .as("of somebody else")
        .isNotEqualTo(first.text("/keys/0"));
  }

  @Test
  void nobodyElseIsAnsweredAndNothingIsStoredOnTheWay() {
    assertThat(face.get(null, KEEPING).status()).isEqualTo(401);
    assertThat(face.get("nyClerk", KEEPING).status()).as("without a session").isEqualTo(401);
    assertThat(WebSession.of(face, "nyClerk").get(KEEPING).header("Cache-Control"))
        .isEqualTo("no-store");
  }
}
