package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What officers did is written once: no statement of ours changes or deletes it. */
class AppendOnlyTest {

  private static final Pattern CHANGE =
      Pattern.compile(
          "(update|delete\\s+from|truncate(\\s+table)?|merge\\s+into|drop\\s+table)\\s+ow_action\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void noStatementChangesTheAuditOfActs() {
    assertThat(
            Stream.concat(
                    RepositoryFiles.below("src/main/java", ".java").stream(),
                    RepositoryFiles.below("src/main/resources/db", ".sql").stream())
                .filter(file -> CHANGE.matcher(RepositoryFiles.text(file)).find()))
        .isEmpty();
  }
}
