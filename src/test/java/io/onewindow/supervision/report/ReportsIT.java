package io.onewindow.supervision.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.supervision.fact.Projection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FaceTest
@OnBothDatabases
class ReportsIT {

  private static final String REPORTS = "/api/v1/reports";

  @Autowired private Face face;
  @Autowired private Projection projection;

  @BeforeEach
  void countedUp() {
    projection.catchUp();
  }

  @Test
  void makesAReportThatOnlyItsJurisdictionSees() {
    Answer made = make("nySupervisor", "ningyang", "2026-01");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.text("/madeBy")).isEqualTo("nySupervisor");
    String file = REPORTS + "/" + made.text("/id") + "/file";
    Answer pdf = face.get("nySupervisor", file + "?format=pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.contentType()).isEqualTo("application/pdf");
    assertThat(pdf.body()).startsWith("%PDF-");
    assertThat(pdf.header("Content-Disposition")).startsWith("attachment");
    assertThat(face.get("nySupervisor", file).contentType()).contains("spreadsheetml");
    assertThat(face.get("hkSupervisor", file).code()).isEqualTo("unknown-report");
    assertThat(face.get("hkSupervisor", REPORTS).body()).doesNotContain(made.text("/id"));
    assertThat(face.get("nySupervisor", REPORTS).body()).contains(made.text("/id"));
    assertThat(face.get("admin", REPORTS).body()).contains(made.text("/id"));
    assertThat(face.get("nySupervisor", file + "?format=docx").code()).isEqualTo("unknown-format");
  }

  @Test
  void refusesOthersAndWhatIsMalformed() {
    assertThat(face.get(null, REPORTS).status()).isEqualTo(401);
    assertThat(face.get("nyTax", REPORTS).code()).isEqualTo("supervisors-only");
    assertThat(make("nySupervisor", "hekou", "2026-01").code()).isEqualTo("other-jurisdiction");
    assertThat(make("nySupervisor", "ningyang", "2026-13").code()).isEqualTo("month-malformed");
    assertThat(make("nySupervisor", "ningyang", "2099-01").code()).isEqualTo("month-to-come");
    assertThat(make("nySupervisor", null, "2026-01").code()).isEqualTo("jurisdiction-missing");
    assertThat(make("nySupervisor", "atlantis", "2026-01").code())
        .isEqualTo("unknown-jurisdiction");
  }

  @Test
  void tellsConformanceToSupervisorsAlone() {
    assertThat(face.get(null, "/api/v1/conformance").status()).isEqualTo(401);
    assertThat(face.get("nyTax", "/api/v1/conformance").code()).isEqualTo("supervisors-only");
    assertThat(face.get("nySupervisor", "/api/v1/conformance").json().path("cases").isNumber())
        .isTrue();
    assertThat(face.get("nySupervisor", "/api/v1/conformance?size=0").code())
        .isEqualTo("page-refused");
    assertThat(face.get("nySupervisor", "/api/v1/conformance?from=2026-02-01&to=2026-01-01").code())
        .isEqualTo("period-reversed");
  }

  private Answer make(String person, String jurisdiction, String month) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("jurisdiction", jurisdiction);
    wanted.put("month", month);
    return face.post(person, REPORTS, wanted);
  }
}
