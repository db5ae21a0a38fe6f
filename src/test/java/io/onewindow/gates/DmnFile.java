package io.onewindow.gates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** A DMN file as the rules look at it. */
record DmnFile(Path path, DmnModelInstance model) {

  /**
   * One rule of a table.
   *
   * @param cells text of each cell by its column: an input's expression, an output's name
   */
  record Row(String id, String description, Map<String, String> cells) {

    /** The one literal of a cell, or null when it is empty, {@code -} or more than a literal. */
    String literal(String column) {
      String cell = cells.getOrDefault(column, "");
      return cell.matches("\"[^\"]*\"")
          ? cell.substring(1, cell.length() - 1)
          : cell.matches("\\d+") ? cell : null;
    }

    /** Whether the cell lets the value pass; an empty one and {@code -} let everything pass. */
    boolean isFor(String column, String value) {
      String cell = cells.getOrDefault(column, "");
      if (cell.startsWith("not(")) {
        return !cell.contains("\"" + value + "\"");
      }
      return literal(column) == null || literal(column).equals(value);
    }
  }

  /**
   * @throws org.camunda.bpm.model.xml.ModelException when it is no valid DMN
   */
  static DmnFile read(Path path) {
    DmnModelInstance model = Dmn.readModelFromFile(path.toFile());
    Dmn.validateModel(model);
    return new DmnFile(path, model);
  }

  String slug() {
    return RepositoryFiles.slug(path);
  }

  Collection<Decision> decisions() {
    return model.getModelElementsByType(Decision.class);
  }

  Collection<DecisionTable> tables() {
    return model.getModelElementsByType(DecisionTable.class);
  }

  List<Row> rows() {
    return tables().stream()
        .flatMap(table -> table.getRules().stream().map(rule -> row(table, rule)))
        .toList();
  }

  private static Row row(DecisionTable table, Rule rule) {
    List<String> columns = new ArrayList<>();
    table.getInputs().forEach(in -> columns.add(text(in.getInputExpression().getText())));
    table.getOutputs().forEach(out -> columns.add(out.getName()));
    List<String> texts = new ArrayList<>();
    rule.getInputEntries().forEach(entry -> texts.add(text(entry.getText())));
    rule.getOutputEntries().forEach(entry -> texts.add(text(entry.getText())));
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), texts.get(i));
    }
    return new Row(rule.getId(), description(rule), cells);
  }

  static String text(Text cell) {
    return cell == null ? "" : cell.getTextContent().strip();
  }

  private static String description(DmnElement element) {
    return element.getDescription() == null
        ? ""
        : element.getDescription().getTextContent().strip();
  }
}
