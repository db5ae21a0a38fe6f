package io.onewindow.gates;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
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
import java.util.Set;
import java.util.TreeSet;
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
  private static final String PARTLY = "partly";
  private static final String LEFT = "left";

  /**
   * Every sentence that a process can keep, by the service that has to; of all services on which
   * the list above speaks.
   */
  private static final Path SENTENCES = Path.of("src/test/resources/gates/plan-sentences.csv");

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
  void noSentenceThatAProcessCanKeepIsMissing() {
    Map<String, List<Map<String, String>>> listed =
        rows(SENTENCES).stream().collect(groupingBy(row -> row.get("service")));
    List<String> faults = new ArrayList<>();
    for (Path file : RepositoryFiles.below(FOLDER, ".csv")) {
      String service = RepositoryFiles.slug(file);
      Set<String> wanted = sentences(listed.getOrDefault(service, List.of()));
      Set<String> judged = sentences(rows(file));
      difference(wanted, judged).forEach(one -> faults.add(service + " says nothing of " + one));
      difference(judged, wanted).forEach(one -> faults.add(service + " invents " + one));
      listed.remove(service);
    }
    listed.keySet().forEach(service -> faults.add("no list at all for " + service));
    assertThat(faults).isEmpty();
  }

  /** A sentence with its clause and what it asks of a process. */
  private static Set<String> sentences(List<Map<String, String>> rows) {
    return rows.stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.get("promiseId"),
                    row.get("document"),
                    row.get("clause"),
                    row.get("use")))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> difference(Set<String> some, Set<String> others) {
    Set<String> difference = new TreeSet<>(some);
    difference.removeAll(others);
    return difference;
  }

  @Test
  void theListShowsWhatTheModelsKeep() {
    String services =
        RepositoryFiles.below(FOLDER, ".csv").stream().map(this::section).collect(joining("\n"));
    String page =
        """
        # 方案条款与模型元素

        每一条可由流程兑现的方案条款由哪个模型元素兑现；部分兑现、未兑现的写明原因。条款清单另存，漏掉一条构建失败。本页由构建生成并核对。

        """
            + services;
    Generated.assertCurrent(PAGE, page, getClass());
  }

  private void fault(Map<String, String> row, List<String> faults) {
    String id = row.get("promiseId");
    switch (row.get("status")) {
      case KEPT -> kept(row, faults);
      case LEFT -> reasoned(row, faults);
      case PARTLY -> {
        kept(row, faults);
        reasoned(row, faults);
      }
      default -> faults.add(id + ": neither kept nor left");
    }
  }

  private void kept(Map<String, String> row, List<String> faults) {
    for (String place : row.get("where").split(";")) {
      if (!cites(place.strip(), row)) {
        faults.add(row.get("promiseId") + ": " + place + " is not there or does not cite it");
      }
    }
  }

  private static void reasoned(Map<String, String> row, List<String> faults) {
    if (!Chinese.in(row.get("reason"))) {
      faults.add(row.get("promiseId") + ": not fully kept, without a reason in Chinese");
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
    String elements = "`" + row.get("where").replace(";", "` `") + "`";
    String kept =
        switch (row.get("status")) {
          case KEPT -> elements;
          case PARTLY -> "部分兑现：" + elements + " " + row.get("reason");
          default -> "未兑现：" + row.get("reason");
        };
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
