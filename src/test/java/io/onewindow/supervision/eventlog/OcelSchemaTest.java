package io.onewindow.supervision.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What checks our logs finds what is wrong with others. */
class OcelSchemaTest {

  private static final String LOG =
      """
      {"eventTypes": [{"name": "受理", "attributes": [{"name": "onTime", "type": "boolean"}]}],
       "objectTypes": [{"name": "case", "attributes": [{"name": "state", "type": "string"}]}],
       "events": [{"id": "e1", "type": "受理", "time": "2026-09-15T09:00:00+08:00",
         "attributes": [{"name": "onTime", "value": "true"}],
         "relationships": [{"objectId": "c1", "qualifier": "case"}]}],
       "objects": [{"id": "c1", "type": "case",
         "attributes": [{"name": "state", "time": "2026-09-15T09:00:00+08:00", "value": "CLOSED"}],
         "relationships": []}]}
      """;

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void acceptsWhatTheStandardAllows() throws Exception {
    JsonNode log = json.readTree(LOG);
    assertThat(OcelSchema.violations(log)).isEmpty();
    assertThat(OcelRules.violations(log)).isEmpty();
  }

  @Test
  void findsWhatTheStandardForbids() throws Exception {
    assertThat(schema(log -> log.remove("objectTypes"))).contains("objectTypes");
    assertThat(schema(log -> one(log, "events").remove("time"))).contains("time");
    assertThat(schema(log -> one(log, "events").put("time", "15.9.2026"))).contains("date-time");
    assertThat(schema(log -> one(one(log, "events"), "attributes").put("value", true)))
        .contains("value");
    assertThat(schema(log -> one(one(log, "objects"), "attributes").remove("time")))
        .contains("time");
    assertThat(schema(log -> one(one(log, "events"), "relationships").remove("qualifier")))
        .contains("qualifier");
  }

  /** References and declarations, which no schema can say. */
  @Test
  void findsWhatNoSchemaCanSay() throws Exception {
    assertThat(rules(log -> one(one(log, "events"), "relationships").put("objectId", "c2")))
        .contains("leads somewhere");
    assertThat(rules(log -> one(log, "objects").put("type", "permit"))).contains("declared");
    assertThat(rules(log -> one(one(log, "events"), "attributes").put("value", "ja")))
        .contains("is a boolean");
  }

  private String schema(Consumer<ObjectNode> damage) throws Exception {
    return String.join("\n", OcelSchema.violations(damaged(damage)));
  }

  private String rules(Consumer<ObjectNode> damage) throws Exception {
    return String.join("\n", OcelRules.violations(damaged(damage)));
  }

  private JsonNode damaged(Consumer<ObjectNode> damage) throws Exception {
    ObjectNode log = (ObjectNode) json.readTree(LOG);
    damage.accept(log);
    return log;
  }

  private static ObjectNode one(ObjectNode parent, String list) {
    return (ObjectNode) ((ArrayNode) parent.get(list)).get(0);
  }
}
