package io.onewindow.fuzz;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import java.util.Map;

/** What the hall must be able to take, before and after everything that is not ordinary. */
final class OrdinaryCase {

  private OrdinaryCase() {}

  /** Files a company's registration, which must be taken; its receipt number. */
  static String isTaken(Face face) {
    Map<String, Object> application =
        Map.of(
            "service",
            "company-registration",
            "jurisdiction",
            "ningyang",
            "form",
            tradingCompany());
    Answer taken = face.post("nyClerk", "/api/v1/cases", application);
    assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
    return taken.text("/receiptNo");
  }
}
