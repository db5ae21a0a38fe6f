package io.onewindow.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.supervision.fact.Projection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What supervisors may ask for and nobody can give, or not now: told so, and nothing is left. */
@FaceTest
class ImpossibleQuestionsIT {

  private static final String FIGURES = "/api/v1/figures/";
  private static final String CONFORMANCE = "/api/v1/conformance?from=";
  private static final String CONFORMANCE_UNTIL = "/api/v1/conformance?to=";
  private static final String SUPERVISOR = "nySupervisor";

  @Autowired private Face face;
  @Autowired private Projection projection;

  @BeforeEach
  @AfterEach
  void isCountedUp() {
    projection.catchUp();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dashboard",
        "late-cases",
        "cycle-times",
        "trend",
        "attributable",
        "jurisdictions"
      })
  void aPeriodThatEndsBeforeItStarts(String figure) {
    Answer answer = face.get(SUPERVISOR, FIGURES + figure + "?from=2026-09-10&to=2026-09-01");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("period-reversed");
    assertThat(answer.text("/detail")).contains("2026-09-01", "早于", "2026-09-10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2026-9-1",
        "昨天",
        "+999999999-12-31",
        "-999999999-01-01",
        "1999-12-31"
      })
  void aDayThatIsNone(String day) {
    String asked = URLEncoder.encode(day, StandardCharsets.UTF_8);
    for (String path : List.of(FIGURES + "dashboard?from=", CONFORMANCE, CONFORMANCE_UNTIL)) {
      Answer answer = face.get(SUPERVISOR, path + asked);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.text("/detail")).containsPattern("\\p{IsHan}{4}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"999", "0", "-1", "1.5", "99999999999999999999", "x"})
  void aVersionThatNoLongerExists(String version) {
    for (String figure : List.of("heat?definition", "cycle-times?service")) {
      String path = FIGURES + figure + "=company-registration&version=" + version;
      Answer answer = face.get(SUPERVISOR, path);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("unknown-version");
      assertThat(answer.text("/detail")).contains("可能已经删除", "第 1 版");
    }
  }

  @Test
  void figuresAndReportsWhileEverythingIsCountedAgain() {
    int reports = face.get(SUPERVISOR, "/api/v1/reports").json().size();
    Answer begun = face.post("admin", FIGURES + "rebuild", Map.of());
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    assertThat(face.post("admin", FIGURES + "rebuild", Map.of()).code())
        .isEqualTo("figures-rebuilding");
    Answer refused = face.get(SUPERVISOR, FIGURES + "dashboard");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/detail")).contains("正在重建统计数据", "完成后请重试");
    assertThat(face.get(SUPERVISOR, FIGURES + "progress").text("/state")).isEqualTo("REBUILDING");
    Map<String, Object> month = new HashMap<>(Map.of("jurisdiction", "ningyang"));
    month.put("month", "2026-01");
    Answer report = face.post(SUPERVISOR, "/api/v1/reports", month);
    assertThat(report.status()).as(report.toString()).isEqualTo(409);
    assertThat(report.code()).isEqualTo("figures-rebuilding");
    assertThat(face.get(SUPERVISOR, "/api/v1/reports").json()).hasSize(reports);
    projection.catchUp();
    assertThat(face.get(SUPERVISOR, FIGURES + "dashboard").status()).isEqualTo(200);
    assertThat(face.get(SUPERVISOR, FIGURES + "progress").text("/state")).isEqualTo("CURRENT");
  }
}
