package io.onewindow.casefile.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.paper.QueryCodes;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.service.completionacceptance.Acceptance;
import io.onewindow.story.Hall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a joint opinion leaves to be completed, on the applicant's page. */
@FaceTest
class DeferredProgressIT {

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private QueryCodes codes;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void closeTheHall() {
    hall.closes();
    jdbc.sql("delete from ow_query_attempt").update();
  }

  @Test
  void saysWhatIsToBeCompletedUntilWhen() {
    hall.itIs("2026-09-14T09:00");
    Acceptance works =
        Acceptance.accepted(hall, "sx", Acceptance.flats())
            .visited("2026-09-14")
            .passes("Planning", "出具规划核实意见")
            .passes("Housing", "出具消防意见", "出具档案验收意见")
            .addedPass()
            .deferred("Housing", "出具竣工备案意见", "1. 外墙局部装饰", "2026-10-30")
            .concludes("grant");
    String receiptNo = works.theCase().getBusinessKey();
    Phone phone = new Phone(face, receiptNo);
    phone.shows(codes.of(receiptNo));
    Answer data = phone.data();
    assertThat(data.status()).as(data.toString()).isEqualTo(200);
    assertThat(data.json().toString()).contains("核实履行情况：限期完善：建设工程竣工验收备案（2026-10-30 到期）");
  }
}
