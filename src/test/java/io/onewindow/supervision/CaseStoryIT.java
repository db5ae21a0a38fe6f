package io.onewindow.supervision;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.WebSession;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The story of a case, asked for in a session of Cockpit. */
@FaceTest
class CaseStoryIT {

  private static final String STORIES =
      "/camunda/api/cockpit/plugin/onewindow-supervision/default/stories/";

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private ClockActs acts;

  private ProcessInstance theCase;

  @BeforeEach
  void aCaseStandsStillForAHearing() {
    hall.itIs("2026-09-15T09:00");
    theCase =
        hall.starts(
            "nyClerk", "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs("2026-09-15T10:00");
    hall.as(
        "nyApproval",
        () -> acts.pause(theCase.getId(), PauseKind.HEARING, "宁听告〔2026〕1号", "利害关系人要求听证"));
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void tellsTheSameByItsNumberAndByItsInstance() {
    WebSession supervisor = WebSession.of(face, "nySupervisor");
    Answer byNumber = supervisor.get(STORIES + "cases/" + theCase.getBusinessKey());
    Answer byInstance = supervisor.get(STORIES + "instances/" + theCase.getId());
    assertThat(byNumber.json()).isEqualTo(byInstance.json());
    assertThat(byNumber.text("/serviceName")).isEqualTo("企业开办");
    assertThat(byNumber.text("/jurisdictionName")).isEqualTo("宁阳县");
    assertThat(byNumber.text("/asOf")).startsWith("2026-09-15T10:00:00").endsWith("+08:00");
    assertThat(byNumber.text("/timeline/pauses/0/kindName")).isEqualTo("听证");
    assertThat(byNumber.text("/steps/userTask_handleTax")).isEqualTo("办理涉税事项");
    assertThat(byNumber.text("/people/nyApproval")).isEqualTo("宁阳县 县行政审批服务局");
  }

  @Test
  void isNotToldToOthers() {
    String path = STORIES + "cases/" + theCase.getBusinessKey();
    assertThat(face.get(null, path).status()).isEqualTo(401);
    WebSession other = WebSession.of(face, "hkSupervisor");
    assertThat(other.get(path).status()).isEqualTo(404);
    Answer byInstance = other.get(STORIES + "instances/" + theCase.getId());
    assertThat(byInstance.status()).isEqualTo(404);
    assertThat(byInstance.body())
        .isEqualTo(other.get(STORIES + "instances/no-such-instance").body())
        .contains("不属于任何办件");
    assertThat(other.get(STORIES + "cases/1").text("/message")).contains("受理编号应为 21 位数字");
  }
}
