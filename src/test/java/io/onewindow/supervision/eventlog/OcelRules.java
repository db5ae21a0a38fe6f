package io.onewindow.supervision.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the OCEL 2.0 specification demands of a log in JSON (Berti et al., 2023-10-16) and no schema
 * can say: references lead somewhere, attributes are declared and of their declared type, ids are
 * unique.
 */
final class OcelRules {

  private final List<String> violations = new ArrayList<>();
  private final Map<String, Map<String, String>> declared = new HashMap<>();
  private final Set<String> objects = new HashSet<>();

  private OcelRules() {}

  static List<String> violations(JsonNode log) {
    OcelRules rules = new OcelRules();
    rules.check(log);
    return rules.violations;
  }

  private void check(JsonNode log) {
    for (String list : List.of("eventTypes", "objectTypes", "events", "objects")) {
      must(log.path(list).isArray(), list + " is a list");
    }
    types("event", log.path("eventTypes"));
    types("object", log.path("objectTypes"));
    log.path("objects").forEach(one -> must(objects.add(text(one, "id")), one + " has its own id"));
    log.path("objects").forEach(one -> thing("object", one));
    Set<String> events = new HashSet<>();
    for (JsonNode event : log.path("events")) {
      must(events.add(text(event, "id")), event + " has its own id");
      time(event);
      thing("event", event);
      must(!event.path("relationships").isEmpty(), event + " concerns an object");
    }
  }

  private void types(String kind, JsonNode types) {
    for (JsonNode type : types) {
      Map<String, String> attributes = new HashMap<>();
      must(type.path("attributes").isArray(), type + " has a list of attributes");
      for (JsonNode attribute : type.path("attributes")) {
        String is = text(attribute, "type");
        must(
            Set.of("string", "time", "integer", "float", "boolean").contains(is),
            attribute + " has a known type");
        must(attributes.put(text(attribute, "name"), is) == null, attribute + " is declared once");
      }
      must(
          declared.put(kind + " " + text(type, "name"), attributes) == null,
          type + " is declared once");
    }
  }

  private void thing(String kind, JsonNode one) {
    Map<String, String> attributes = declared.get(kind + " " + text(one, "type"));
    must(attributes != null, one + " has a declared type");
    for (JsonNode attribute : one.path("attributes")) {
      must(attribute.path("value").isTextual(), attribute + " has a text as value");
      if (kind.equals("object")) {
        time(attribute);
      }
      String is = attributes == null ? null : attributes.get(text(attribute, "name"));
      must(is != null, attribute + " is declared");
      must(is == null || isOf(is, attribute.path("value").asText()), attribute + " is a " + is);
    }
    for (JsonNode relation : one.path("relationships")) {
      must(objects.contains(text(relation, "objectId")), relation + " leads somewhere");
      text(relation, "qualifier");
    }
  }

  private static boolean isOf(String type, String value) {
    try {
      switch (type) {
        case "time" -> OffsetDateTime.parse(value);
        case "float" -> new BigDecimal(value);
        case "boolean" -> {
          return Set.of("true", "false").contains(value);
        }
        default -> {
          return true;
        }
      }
      return true;
    } catch (DateTimeException | NumberFormatException wrong) {
      return false;
    }
  }

  private void time(JsonNode one) {
    must(isOf("time", text(one, "time")), one + " has a time");
  }

  private String text(JsonNode one, String field) {
    must(one.path(field).isTextual(), one + " has the text " + field);
    return one.path(field).asText();
  }

  private void must(boolean kept, String rule) {
    if (!kept) {
      violations.add(rule);
    }
  }
}
