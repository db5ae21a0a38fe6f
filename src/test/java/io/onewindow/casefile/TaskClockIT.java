package io.onewindow.casefile;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import io.onewindow.story.WebSession;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The clock of a task over a web session, and the timeline of its case over HTTP Basic. */
@FaceTest
@OnBothDatabases
class TaskClockIT {

  private static final String REVIEW = "审查名称住所";
  private static final String PAUSE =
      "{\"kind\":\"HEARING\",\"noticeNo\":\"听告〔2026〕1号\",\"reason\":\"申请人要求听证\"}";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private ObjectMapper json;

  private ProcessInstance theCase;
  private String clock;

  @BeforeEach
  void aCompanyIsUnderReview() {
    hall.itIs("2026-09-15T09:00");
    theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "二号仓库")));
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs("2026-09-15T10:00");
    clock =
        "/camunda/api/tasklist/plugin/onewindow/default/task-clock/"
            + hall.task("hkApproval", theCase, REVIEW).getId();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void pausesAndResumesUnderTheOfficersOwnRights() {
    WebSession officer = WebSession.signIn(port, "hkApproval");
    JsonNode before = read(officer.get(clock));
    assertThat(before.at("/story/basis").asText()).isEqualTo("办件总时限（法定时限）");
    assertThat(before.at("/story/dueAt").asText()).isEqualTo("2026-09-18T17:30:00+08:00");
    assertThat(before.at("/choice/pauseKinds")).hasSize(8);
    assertThat(before.at("/choice/longestExtension").asInt()).isZero();

    assertThat(officer.post(clock + "/pauses", PAUSE).statusCode()).isEqualTo(204);
    JsonNode paused = read(officer.get(clock));
    assertThat(paused.at("/remaining").asText()).isEqualTo("停表中");
    String id = paused.at("/choice/resumable/0/id").asText();

    hall.itIs("2026-09-16T10:00");
    String resumption = clock + "/pauses/" + id + "/resumption";
    assertThat(officer.post(resumption, "{}").statusCode()).isEqualTo(204);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-20T17:30");
    var again = officer.post(resumption, "{}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(read(again).at("/message").asText()).isEqualTo("没有这次停表，或者已经恢复计时。");
  }

  @Test
  void extendsForTheLeaderAndNamesTheFieldThatIsWrong() {
    WebSession leader = WebSession.signIn(port, "hkLeader");
    assertThat(read(leader.get(clock)).at("/choice/longestExtension").asInt()).isEqualTo(3);
    var tooLong = leader.post(clock + "/extension", "{\"units\":9,\"reason\":\"情形复杂\"}");
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(read(tooLong).at("/fields/0/key").asText()).isEqualTo("units");
    assertThat(leader.post(clock + "/extension", "{\"units\":").statusCode()).isEqualTo(400);
    var done = leader.post(clock + "/extension", "{\"units\":3,\"reason\":\"情形复杂\"}");
    assertThat(done.statusCode()).isEqualTo(204);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-22T17:30");
  }

  @Test
  void refusesWhoMayNotAndHidesTheTaskFromWhoMayNotSeeIt() {
    WebSession supervisor = WebSession.signIn(port, "hkSupervisor");
    assertThat(read(supervisor.get(clock)).at("/choice/pauseKinds")).isEmpty();
    var refused = supervisor.post(clock + "/pauses", PAUSE);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("停表和恢复计时须由本辖区行政审批部门办理。");

    WebSession elsewhere = WebSession.signIn(port, "nyApproval");
    assertThat(elsewhere.get(clock).statusCode()).isEqualTo(404);
    assertThat(elsewhere.post(clock + "/pauses", PAUSE).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get(clock).body()).contains("未找到该任务");
    assertThat(WebSession.stranger(port).get(clock).statusCode()).isEqualTo(401);
  }

  @Test
  void tellsTheWholeStoryOfTheCaseOverHttpBasic() {
    WebSession.signIn(port, "hkApproval").post(clock + "/pauses", PAUSE);
    hall.itIs("2026-09-16T10:00");
    String timeline = "/api/v1/cases/" + theCase.getBusinessKey() + "/timeline";
    JsonNode story = read(WebSession.basic(port, "hkClerk").get(timeline));

    assertThat(story.at("/state").asText()).isEqualTo("ACCEPTED");
    assertThat(story.at("/clocks")).hasSize(3);
    assertThat(story.at("/clocks/0/story/statute").asText()).contains("五日内一次告知");
    assertThat(story.at("/tasks/1/department").asText()).isEqualTo("区行政审批局");
    assertThat(story.at("/pauses/0/noticeNo").asText()).isEqualTo("听告〔2026〕1号");
    assertThat(story.at("/events/0/kind").asText()).isEqualTo("PAUSED");
    assertThat(story.at("/attributableTime/totalMillis").asLong()).isEqualTo(25 * 3_600_000L);
    long sum = 0;
    for (JsonNode share : story.at("/attributableTime/shares")) {
      sum += share.at("/millis").asLong();
    }
    assertThat(sum).isEqualTo(25 * 3_600_000L);
    assertThat(story.at("/attributableTime/shares/0/name").asText()).isEqualTo("区行政审批局");
    assertThat(story.at("/attributableTime/shares/0/millis").asLong()).isEqualTo(3_600_000L);

    WebSession elsewhere = WebSession.basic(port, "nyClerk");
    assertThat(elsewhere.get(timeline).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/api/v1/cases/123/timeline").statusCode()).isEqualTo(400);
    assertThat(WebSession.stranger(port).get(timeline).statusCode()).isEqualTo(401);
  }

  private JsonNode read(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(answer.body(), unreadable);
    }
  }
}
