package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An advisory is accepted for a reason and until a day, then somebody looks again. */
class AdvisoriesTest {

  private static final int COLUMNS = 5;

  @Test
  void areAcceptedForAReasonAndUntilADay() {
    LocalDate today = LocalDate.now(Clock.systemUTC());
    List<String[]> rows =
        RepositoryFiles.text(Path.of("docs/advisories.md"))
            .lines()
            .filter(line -> line.startsWith("| CVE-") || line.startsWith("| GHSA-"))
            .map(line -> line.substring(1).split("\\|"))
            .toList();
    assertThat(rows).isNotEmpty();
    for (String[] row : rows) {
      assertThat(row).as(Arrays.toString(row)).hasSize(COLUMNS);
      assertThat(row).as(row[0]).noneMatch(String::isBlank);
      assertThat(LocalDate.parse(row[COLUMNS - 1].strip()))
          .as(row[0] + ": look again, then write the next day")
          .isAfterOrEqualTo(today);
    }
  }
}
