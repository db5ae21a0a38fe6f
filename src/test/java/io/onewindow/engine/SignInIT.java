package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Crowd;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.story.Hall;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords kept here: how they are looked at, and how often. */
@FaceTest
class SignInIT {

  private static final String PERSON = "newcomer";
  private static final String RIGHT = "onewindow";
  private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private IdentityService identity;
  @Autowired private SignInAttempts attempts;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void somebodyBegins() {
    hall.itIs("2026-09-15T10:00");
    User person = identity.newUser(PERSON);
    person.setPassword(RIGHT);
    identity.saveUser(person);
    identity.createMembership(PERSON, "tax");
    identity.createTenantUserMembership("ningyang", PERSON);
  }

  @AfterEach
  void nobodyIsLockedOut() {
    identity.deleteUser(PERSON);
    jdbc.sql("delete from ow_sign_in_attempt").update();
    hall.closes();
  }

  @Test
  void keepsPasswordsAsBcryptWithASaltOfTheirOwn() {
    assertThat(stored()).startsWith("{BCRYPT}$2a$");
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
    assertThat(basic(PERSON, "Onewindow").status()).isEqualTo(401);
  }

  @Test
  void takesAPasswordThatWasStoredTheOldWayAndStoresItAnew() {
    String salt = "an old salt";
    jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ? where id_ = ?")
        .params("{SHA-512}" + sha512(RIGHT + salt), salt, PERSON)
        .update();
    assertThat(basic(PERSON, "wrong").status()).isEqualTo(401);
    assertThat(stored()).startsWith("{SHA-512}");
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
    assertThat(stored()).startsWith("{BCRYPT}");
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
  }

  @Test
  void locksAnAccountForAQuarterOfAnHourWhicheverDoorIsTried() {
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      assertThat(basic(PERSON, "wrong" + i).status()).isEqualTo(401);
    }
    for (int i = 0; i < 2; i++) {
      assertThat(new WebSession(face).signIn(PERSON, "wrong" + i).status()).isEqualTo(401);
    }
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(401);
    assertThat(new WebSession(face).signIn(PERSON, RIGHT).status()).isEqualTo(401);
    assertThat(change(PERSON, RIGHT, "another").status()).isEqualTo(401);
    assertThat(basic("nyTax", RIGHT).status()).isEqualTo(200);
    hall.itIs("2026-09-15T10:16");
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
  }

  @Test
  void aRightPasswordForgivesWhatWentWrongBefore() {
    for (int i = 0; i < 4; i++) {
      basic(PERSON, "wrong");
    }
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
    for (int i = 0; i < 4; i++) {
      basic(PERSON, "wrong");
    }
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorLetsALockedAccountTryAgain() {
    for (int i = 0; i < 5; i++) {
      basic(PERSON, "wrong");
    }
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(401);
    assertThat(face.post("admin", "/engine-rest/user/" + PERSON + "/unlock", Map.of()).status())
        .isEqualTo(204);
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
  }

  @Test
  void stopsAnAddressThatTriesOneAccountAfterTheOther() {
    for (int i = 0; i < 50; i++) {
      assertThat(basic("guess" + i, "wrong").status()).isEqualTo(401);
    }
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(401);
    hall.itIs("2026-09-15T10:16");
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
  }

  @Test
  void aProgramThatBeginsWithManyRequestsAtOnceIsLetInWithAllOfThem() {
    assertThat(Crowd.of(12, () -> basic(PERSON, RIGHT)))
        .extracting(Answer::status)
        .containsOnly(200);
  }

  @Test
  void guessesAtOnceAreNoMoreThanOneAfterTheOther() {
    assertThat(Crowd.of(12, () -> basic(PERSON, "wrong")))
        .extracting(Answer::status)
        .containsOnly(401);
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(401);
    assertThat(jdbc.sql("select max(tries) from ow_sign_in_attempt").query(Integer.class).single())
        .isEqualTo(5);
  }

  @Test
  void whatANodeHadInHandWhenItDiedIsNotHeldAgainstAWholeHall() {
    for (int i = 0; i < 60; i++) {
      attempts.begin("colleague" + i);
    }
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(200);
  }

  @Test
  void tellsEverybodyTheSameWhateverTheReason() {
    Answer unknown = basic("nobody-of-that-name", RIGHT);
    Answer wrong = basic(PERSON, "wrong");
    for (int i = 0; i < 5; i++) {
      basic(PERSON, "wrong");
    }
    Answer locked = basic(PERSON, RIGHT);
    for (Answer other : List.of(wrong, locked)) {
      assertThat(other.status()).isEqualTo(unknown.status()).isEqualTo(401);
      assertThat(other.body()).isEqualTo(unknown.body());
      assertThat(other.whole().headers().map().keySet())
          .isEqualTo(unknown.whole().headers().map().keySet());
    }
    Answer form = new WebSession(face).signIn(PERSON, RIGHT);
    assertThat(form.body()).isEqualTo(new WebSession(face).signIn("nobody", RIGHT).body());
  }

  @Test
  void whoSignsInGetsASessionThatNobodyCouldKnowBefore() {
    WebSession session = new WebSession(face);
    session.get("/camunda/app/tasklist/default/");
    String before = session.sessionCookie();
    assertThat(before).isNotEmpty();
    assertThat(session.signIn(PERSON, RIGHT).status()).isEqualTo(200);
    assertThat(session.sessionCookie()).isNotEmpty().isNotEqualTo(before);
    assertThat(tasksWith(session.sessionCookie()).status()).isEqualTo(200);
    assertThat(tasksWith(before).status()).isEqualTo(401);
  }

  @Test
  void changesOnesOwnPasswordOnly() {
    assertThat(change(PERSON, "wrong", "Tr8-window-pass").status()).isEqualTo(401);
    assertThat(change(PERSON, RIGHT, RIGHT).code()).isEqualTo("password-unchanged");
    assertThat(change(PERSON, RIGHT, "").fields()).containsExactly("newPassword");
    assertThat(change(PERSON, RIGHT, "Tr8-window-pass").status()).isEqualTo(204);
    assertThat(basic(PERSON, RIGHT).status()).isEqualTo(401);
    assertThat(basic(PERSON, "Tr8-window-pass").status()).isEqualTo(200);
  }

  @Test
  void whoMayNotSetAPasswordObligesNobodyToChangeIt() {
    Map<String, Object> wanted =
        Map.of("password", "Tr8-window-pass", "authenticatedUserPassword", RIGHT);
    Answer refused =
        face.put("nySupervisor", "/engine-rest/user/" + PERSON + "/credentials", wanted);
    assertThat(refused.status()).as(refused.toString()).isIn(403, 404);
    assertThat(
            jdbc.sql("select count(*) from ow_initial_password where user_id = ?")
                .param(PERSON)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whoIsDeletedLosesTheScreensWithinAMinute() {
    WebSession session = WebSession.of(face, PERSON);
    assertThat(session.get(TASKS).status()).isEqualTo(200);
    identity.deleteUser(PERSON);
    hall.itIs("2026-09-15T10:02");
    assertThat(session.get(TASKS).status()).isEqualTo(401);
  }

  private Answer tasksWith(String cookie) {
    return face.send(face.request(null, TASKS).header("Cookie", cookie));
  }

  private Answer basic(String person, String password) {
    return face.send(
        face.request(null, "/engine-rest/task/count")
            .header("Authorization", Face.basic(person + ":" + password)));
  }

  private Answer change(String person, String password, String wanted) {
    return face.post(
        null,
        "/api/v1/password",
        Map.of("user", person, "password", password, "newPassword", wanted));
  }

  private String stored() {
    return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
        .param(PERSON)
        .query(String.class)
        .single();
  }

  private static String sha512(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
