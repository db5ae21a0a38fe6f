package io.onewindow.gates;

import static java.util.stream.Collectors.joining;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.promise.Limit;
import io.onewindow.promise.Promise;
import io.onewindow.promise.PromisedLimits;
import io.onewindow.story.StoryTest;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The README says what the deployed models promise, and nothing else. */
@StoryTest
class ReadmeTablesTest {

  private static final Path README = Path.of("README.md");

  private final PromisedLimits limits;
  private final Departments departments;
  private final ScreenWords words = new ScreenWords();

  @Autowired
  ReadmeTablesTest(PromisedLimits limits, Departments departments) {
    this.limits = limits;
    this.departments = departments;
  }

  @Test
  void readmeListsEveryLimitOfTheDeployedModels() {
    String tables = departments.jurisdictions().stream().map(this::table).collect(joining("\n"));
    Generated.assertCurrent(README, "limits", "\n" + tables + "\n", getClass());
  }

  private String table(Jurisdiction place) {
    return "#### "
        + place.name()
        + "\n\n| 事项 | 步骤 | 适用 | 承诺 | 法定 | 出处 |\n|---|---|---|---|---|---|\n"
        + limits.list(place.id(), null).stream()
            // the sort is stable: within a service the order is the table's own
            .sorted(Comparator.comparing(Limit::service))
            .map(this::line)
            .collect(joining());
  }

  private String line(Limit limit) {
    return Stream.of(
            words.service(limit.service()),
            words.step(limit.step()),
            words.category(limit.category()),
            limit.promise() == null ? "方案未定数值" : limit.promise().term().chinese(),
            limit.statute() == null ? "—" : limit.statute().term().chinese(),
            source(limit))
        .collect(joining(" | ", "| ", " |\n"));
  }

  private String source(Limit limit) {
    Promise promise = limit.promise();
    if (promise == null) {
      return "《" + limit.statute().law() + "》" + limit.statute().article();
    }
    String inherited =
        limit.inheritedFrom() == null
            ? ""
            : "（沿用" + departments.jurisdiction(limit.inheritedFrom()).name() + "）";
    return promise.document() + " " + promise.clause() + inherited;
  }
}
