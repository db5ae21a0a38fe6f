package io.onewindow.casefile.retention;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looks up a case that has been cleared is told what is left of it. */
@FaceTest
class ClearedCaseIT {

  private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2014-03-03T09:00:00+08:00");

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private Retention retention;
  @Autowired private JdbcClient jdbc;

  private String receiptNo;

  @BeforeEach
  void aCaseIsCleared() {
    hall.itIs("2026-09-15T10:00");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            "company-registration",
            with(tradingCompany(), Map.of("deliveryMethod", "electronic")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    receiptNo = theCase.getBusinessKey();
    jdbc.sql("update ow_case set closed_at = ? where receipt_no = ?")
        .params(LONG_AGO, receiptNo)
        .update();
    while (retention.clearOne()) {
      // until nobody's time is up
    }
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @CsvSource({"''", "/materials", "/papers", "/actions", "/timeline"})
  void isStillFoundWithoutAnybodysName(String part) {
    for (String person : new String[] {"nyClerk", "nySupervisor"}) {
      var answer = face.get(person, "/api/v1/cases/" + receiptNo + part);
      assertThat(answer.status()).as("%s for %s", part, person).isIn(200, 403);
      assertThat(answer.body()).doesNotContain("王晓明", "13805480001", "370921199003078512");
    }
    assertThat(face.get("nySupervisor", "/api/v1/cases/" + receiptNo + part).status())
        .isEqualTo(200);
  }
}
