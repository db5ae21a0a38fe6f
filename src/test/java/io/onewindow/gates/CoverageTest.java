package io.onewindow.gates;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/**
 * Which element of which model keeps each sentence of the plans that a process can keep, and why
 * some are kept by none. The list is {@code docs/coverage.md}.
 */
class CoverageTest {

  private static final Path PAGE = Path.of("docs/coverage.md");
  private static final String FOLDER = "src/test/resources/coverage";
  private static final String KEPT = "kept";
  private static final String LEFT = "left";

  private final Surroundings known = new Surroundings();

  @Test
  void everySentenceOfThePlansIsKeptByAnElementThatCitesItOrLeftForAReason() {
    List<String> faults = new ArrayList<>();
    for (Path file : RepositoryFiles.below(FOLDER, ".csv")) {
      if (known.hasProcess(RepositoryFiles.slug(file))) {
        rows(file).forEach(row -> fault(row, faults));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theListShowsWhatTheModelsKeep() {
    String services =
        RepositoryFiles.below(FOLDER, ".csv").stream().map(this::section).collect(joining("\n"));
    String page =
        """
        # 方案条款与模型元素

        每一条可由流程兑现的方案条款由哪个模型元素兑现；未兑现的写明原因。本页由构建生成并核对。

        """
            + services;
    Generated.assertCurrent(PAGE, page, getClass());
  }

  private void fault(Map<String, String> row, List<String> faults) {
    String id = row.get("promiseId");
    switch (row.get("status")) {
      case KEPT -> {
        for (String place : row.get("where").split(";")) {
          if (!cites(place.strip(), row)) {
            faults.add(id + ": " + place + " is not there or does not cite it");
          }
        }
      }
      case LEFT -> {
        if (!Chinese.in(row.get("reason"))) {
          faults.add(id + ": left without a reason in Chinese");
        }
      }
      default -> faults.add(id + ": neither kept nor left");
    }
  }

  /**
   * @param place {@code file#element}; the file without its folder
   */
  private boolean cites(String place, Map<String, String> row) {
    String[] parts = place.split("#");
    if (parts.length != 2) {
      return false;
    }
    String words = Quotation.bare(words(parts[0], parts[1]));
    return words.contains(row.get("promiseId"))
        || words.contains(Quotation.bare(row.get("document") + row.get("clause")));
  }

  private String words(String file, String element) {
    return known.processes().stream()
        .filter(process -> process.path().endsWith(file))
        .map(process -> process.model().<ModelElementInstance>getModelElementById(element))
        .filter(BaseElement.class::isInstance)
        .map(found -> BpmnFile.documentation((BaseElement) found))
        .findFirst()
        .orElseGet(() -> decision(file, element));
  }

  private String decision(String file, String element) {
    return known.decisions().stream()
        .filter(table -> table.path().endsWith(file))
        .map(table -> table.model().<ModelElementInstance>getModelElementById(element))
        .filter(DmnElement.class::isInstance)
        .map(found -> ((DmnElement) found).getDescription())
        .filter(description -> description != null)
        .map(description -> description.getTextContent())
        .findFirst()
        .orElse("");
  }

  private String section(Path file) {
    String service = RepositoryFiles.slug(file);
    if (!known.hasProcess(service)) {
      return "## " + service + "\n\n尚未建模，" + rows(file).size() + " 条待办。\n";
    }
    return "## "
        + service
        + "\n\n| 编号 | 出处 | 内容 | 兑现 |\n|---|---|---|---|\n"
        + rows(file).stream().map(CoverageTest::line).collect(joining());
  }

  private static String line(Map<String, String> row) {
    String kept =
        KEPT.equals(row.get("status"))
            ? "`" + row.get("where").replace(";", "` `") + "`"
            : "未兑现：" + row.get("reason");
    return "| %s | %s %s | %s | %s |%n"
        .formatted(
            row.get("promiseId"), row.get("document"), row.get("clause"), row.get("matter"), kept);
  }

  private static List<Map<String, String>> rows(Path file) {
    try (var rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(Files.readString(file))) {
      return rows.readAll();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }
}
