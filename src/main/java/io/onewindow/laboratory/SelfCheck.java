package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Runs a queue whose results theory knows, through the same kernel as every experiment. */
@Component
class SelfCheck {

  static final String KIND = "self-check";

  private static final String MODEL = "one-queue";

  private final Preparation preparation;

  SelfCheck(Preparation preparation) {
    this.preparation = preparation;
  }

  /**
   * @throws io.onewindow.problem.Problem naming each field that is wrong
   */
  Experiment prepare(QueueTheory.Queue asked) {
    QueueTheory.Queue queue = asked.completed();
    queue.check();
    String name = "自检 M/M/" + queue.servers();
    Experiment ready = preparation.prepare(new Proposal(MODEL, name, scenario(queue)), model());
    return new Experiment(
        KIND,
        ready.service(),
        ready.serviceName(),
        name,
        ready.given(),
        ready.full(),
        ready.trial(),
        ready.origin(),
        ready.diagrams());
  }

  private static ObjectNode scenario(QueueTheory.Queue queue) {
    ObjectNode scenario = JsonNodeFactory.instance.objectNode();
    scenario.set("arrival_time_distribution", exponential(queue.gap()));
    ObjectNode approval = scenario.putObject("approval");
    approval
        .put("cases", queue.cases())
        .put("warmUpCases", queue.cases() / 10)
        .put("replications", queue.replications())
        .put("seed", queue.seed());
    ObjectNode desk = approval.putArray("staff").addObject();
    desk.put("id", "desk").put("name", "窗口").put("amount", queue.servers());
    desk.put("calendar", "always").putArray("groups").add("desk");
    approval.putObject("durations").set("userTask_serve", exponential(queue.service()));
    return scenario;
  }

  private static ObjectNode exponential(double seconds) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("distribution", "exponential")
        .put("mean", "PT" + java.math.BigDecimal.valueOf(seconds).toPlainString() + "S");
  }

  /** Adds what theory says beside what was found. */
  ObjectNode compare(ObjectNode result, QueueTheory.Queue asked) {
    QueueTheory theory = QueueTheory.of(asked.completed());
    JsonNode figures = result.at("/scenarios/baseline/figures");
    ArrayNode rows = result.putArray("theory");
    row(rows, "窗口忙碌程度 ρ", "share", theory.utilisation(), figures.path("pool.desk.utilisation"));
    row(rows, "平均等待 Wq", "s", theory.waiting(), figures.path("task.userTask_serve.wait.mean"));
    row(rows, "平均逗留 W", "s", theory.stay(), figures.path("case.cycleTime.mean"));
    row(rows, "平均排队 Lq", "cases", theory.queue(), figures.path("pool.desk.queue.mean"));
    row(rows, "平均在办 L", "cases", theory.inSystem(), figures.path("case.inFlight.mean"));
    return result;
  }

  private static void row(ArrayNode rows, String name, String unit, double exact, JsonNode found) {
    ObjectNode row = rows.addObject().put("name", name).put("unit", unit).put("theory", exact);
    row.set("mean", found.path("mean"));
    row.set("low", found.path("low"));
    row.set("high", found.path("high"));
    row.put(
        "covers", found.path("low").asDouble() <= exact && exact <= found.path("high").asDouble());
  }

  private static byte[] model() {
    try (InputStream in = SelfCheck.class.getResourceAsStream(MODEL + ".bpmn")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
