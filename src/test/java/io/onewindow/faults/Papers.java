package io.onewindow.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.demo.Draw;
import io.onewindow.demo.Invention;
import io.onewindow.demo.PlayedForms;
import io.onewindow.demo.Scripts;
import io.onewindow.demo.Work;
import io.onewindow.department.Jurisdiction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Forms as people fill them in: the demonstration's, with persons and firms of their own. */
final class Papers {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Map<String, Jurisdiction> PLACES =
      Map.of(
          "ningyang",
          new Jurisdiction("ningyang", "宁阳县", null, "370921", "ny"),
          "liaocheng",
          new Jurisdiction("liaocheng", "聊城市", null, "371500", "lc"));

  private final Scripts scripts = PlayedForms.scripts();
  private final List<String> services;
  private final Draw draw;

  /**
   * @param services what is applied for; named as often as it comes, relative to the others
   */
  Papers(List<String> services, long seed) {
    this.services = List.copyOf(services);
    this.draw = new Draw(seed);
  }

  /** What {@code POST /api/v1/cases} wants. */
  Map<String, Object> application(Random chance, String jurisdiction) {
    String service = services.get(chance.nextInt(services.size()));
    Map<String, Object> form =
        new HashMap<>(
            invention(chance, jurisdiction)
                .filled(scripts.usualStart(service, jurisdiction), today(), "start"));
    form.put("deliveryEmail", "applicant@example.com");
    return Map.of("service", service, "jurisdiction", jurisdiction, "form", form);
  }

  /**
   * The variables of a task's form, as the engine's REST interface wants them.
   *
   * @param task as that interface shows it
   * @param service whose case it is, where that is not what the task's own process is
   * @param shown what the form shows; asked only where something in it depends on that
   */
  Map<String, Object> filled(
      JsonNode task, String service, Random chance, Supplier<JsonNode> shown) {
    String process = process(task);
    String jurisdiction = task.path("tenantId").asText();
    Work work =
        new Work(
            task.path("id").asText(),
            process,
            task.path("taskDefinitionKey").asText(),
            null,
            jurisdiction,
            task.path("executionId").asText(),
            List.of(),
            null,
            Instant.EPOCH,
            null);
    Supplier<Map<String, Object>> seen = () -> values(shown.get());
    Map<String, Object> form =
        scripts
            .usualForm(work, service, seen)
            .orElseThrow(() -> new AssertionError("nobody does " + work));
    Map<String, Object> variables = new HashMap<>();
    invention(chance, jurisdiction)
        .filled(form, today(), work.task(), seen)
        .forEach((field, value) -> variables.put(field, Map.of("value", value)));
    return variables;
  }

  /** The key of the process that a task stands in. */
  static String process(JsonNode task) {
    return task.path("processDefinitionId").asText().split(":")[0];
  }

  private static Map<String, Object> values(JsonNode shown) {
    Map<String, Object> values = new HashMap<>();
    shown
        .fields()
        .forEachRemaining(
            one -> {
              JsonNode value = one.getValue().path("value");
              values.put(one.getKey(), value.isBoolean() ? value.asBoolean() : value.asText());
            });
    return values;
  }

  private Invention invention(Random chance, String jurisdiction) {
    return scripts.invention(draw, chance.nextLong(), PLACES.get(jurisdiction));
  }

  private static LocalDate today() {
    return LocalDate.now(SHANGHAI);
  }
}
