package io.onewindow.simulation.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.StaffSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** All results as JSON: every figure with mean and confidence interval, times in seconds. */
public final class ResultJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ResultJson() {}

  public static byte[] write(Origin origin, Laboratory.Outcome outcome) {
    try {
      return JSON.writeValueAsBytes(tree(origin, outcome));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static ObjectNode tree(Origin origin, Laboratory.Outcome outcome) {
    ObjectNode root = JSON.createObjectNode();
    origin(root, origin);
    ObjectNode scenarios = root.putObject("scenarios");
    findings(scenarios.putObject("baseline"), outcome.before());
    texts(root.putArray("sentences"), Sentences.alone(outcome.before()));
    if (outcome.after() != null) {
      findings(scenarios.putObject("whatIf"), outcome.after());
      texts(root.putArray("edits"), outcome.whatIf().told());
      texts(root.putArray("changedElements"), outcome.whatIf().changed());
      Map<String, Estimate> differences = outcome.before().differences(outcome.after());
      ObjectNode all = root.putObject("differences");
      differences.forEach(
          (name, value) ->
              estimate(all.putObject(name), value).put("significant", value.isSignificant()));
      texts(
          root.withArray("/sentences"),
          Sentences.compared(
              outcome.before(), outcome.after(), differences, outcome.whatIf().told()));
    }
    if (outcome.staff() != null) {
      staff(root.putObject("staffNeeded"), outcome.staff());
    }
    return root;
  }

  private static void origin(ObjectNode root, Origin origin) {
    root.putObject("software").put("name", "OneWindow").put("version", origin.version());
    root.putObject("model")
        .put("id", origin.modelId())
        .put("name", origin.modelName())
        .put("sha256", origin.modelHash());
    root.putObject("scenario").put("sha256", origin.scenarioHash());
    root.put("seed", origin.seed());
    root.put("timeUnit", "s");
    texts(root.putArray("assumptions"), origin.assumed());
  }

  private static void findings(ObjectNode node, Findings found) {
    node.put("replications", found.replications());
    texts(node.putArray("brokenInvariants"), List.copyOf(found.brokenInvariants()));
    ObjectNode promises = node.putObject("promises");
    found.promises().forEach(promises::put);
    ObjectNode figures = node.putObject("figures");
    found.names().forEach(name -> estimate(figures.putObject(name), found.estimate(name)));
    ArrayNode weeks = node.putArray("lightsByWeek");
    found
        .lightsByWeek()
        .forEach(
            (week, two) ->
                weeks.addObject().put("week", week + 1).put("amber", two[0]).put("red", two[1]));
  }

  private static ObjectNode estimate(ObjectNode node, Estimate estimate) {
    number(node, "mean", estimate.mean());
    number(node, "low", estimate.low());
    number(node, "high", estimate.high());
    return node.put("n", estimate.count());
  }

  /** JSON knows no NaN: what could not be measured is null. */
  private static void number(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    } else {
      node.putNull(key);
    }
  }

  private static void staff(ObjectNode node, StaffSearch.Answer answer) {
    node.put("target", answer.target()).put("reached", answer.isReached());
    ArrayNode attempts = node.putArray("attempts");
    for (StaffSearch.Attempt one : answer.attempts()) {
      ObjectNode attempt = attempts.addObject();
      ObjectNode added = attempt.putObject("added");
      one.added().forEach(added::put);
      estimate(attempt.putObject("keptShare"), one.keptShare());
    }
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
