package io.onewindow.supervision.eventlog;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.onewindow.supervision.eventlog.OcelObjects.Relation;
import io.onewindow.supervision.eventlog.Pseudonyms.Kind;
import io.onewindow.supervision.history.PastCase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * OCEL 2.0 in JSON: a case is an object among others. Events are written as they come; cases and
 * clocks wait in a file of their own, because the standard wants all objects in one list. The
 * standard's schema has every value as text, whatever its declared type.
 */
final class OcelFile implements LogFile {

  /** Attributes that events of any type may have, with their types. */
  private static final List<Attribute> OF_EVENTS =
      List.of(
          Attribute.text("lifecycle", null),
          Attribute.text("instance", null),
          Attribute.text("kind", null),
          Attribute.text("process", null),
          Attribute.text("element", null),
          Attribute.text("step", null),
          Attribute.text("basis", null),
          Attribute.text("promiseId", null),
          Attribute.text("statuteId", null),
          Attribute.text("limit", null),
          Attribute.time("due", null),
          Attribute.truth("provisional", null),
          Attribute.minutes("workingMinutes", null),
          Attribute.minutes("netMinutes", null),
          Attribute.truth("onTime", null),
          Attribute.text("light", null),
          Attribute.time("oldDue", null),
          Attribute.time("newDue", null));

  private final JsonGenerator json;
  private final OcelObjects objects;
  private final Pseudonyms pseudonyms;
  private final Set<String> eventTypes = new TreeSet<>();

  OcelFile(OutputStream out, OcelObjects objects, Pseudonyms pseudonyms) throws IOException {
    this.objects = objects;
    this.pseudonyms = pseudonyms;
    json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeArrayFieldStart("objectTypes");
    for (var type : OcelObjects.TYPES.entrySet()) {
      type(type.getKey(), type.getValue());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("events");
  }

  @Override
  public void write(PastCase one, List<Attribute> about, List<LogEvent> events) throws IOException {
    objects.addCase(one, about);
    for (LogEvent event : events) {
      event(one, event);
    }
  }

  private void event(PastCase one, LogEvent event) throws IOException {
    String type = type(event);
    eventTypes.add(type);
    json.writeStartObject();
    json.writeStringField("id", event.id());
    json.writeStringField("type", type);
    json.writeStringField("time", Attribute.stamp(event.at()));
    json.writeArrayFieldStart("attributes");
    value(Attribute.text("lifecycle", event.lifecycle()));
    value(Attribute.text("instance", event.instance()));
    for (Attribute attribute : event.attributes()) {
      value(attribute);
    }
    json.writeEndArray();
    OcelObjects.relations(json, relations(one, event));
    json.writeEndObject();
  }

  /** The standard knows no life cycle: the start of an activity is a type of its own. */
  private static String type(LogEvent event) {
    return switch (event.lifecycle()) {
      case "start" -> event.name() + "（开始）";
      case "ate_abort" -> event.name() + "（中止）";
      default -> event.name();
    };
  }

  private List<Relation> relations(PastCase one, LogEvent event) throws IOException {
    List<Relation> relations = new ArrayList<>();
    relations.add(new Relation(pseudonyms.of(Kind.CASE, one.receiptNo()), "case"));
    if (event.clockId() != null) {
      relations.add(new Relation(event.clockId(), "clock"));
    }
    if (event.officer() != null) {
      relations.add(new Relation(objects.officer(event.officer()), "officer"));
    }
    if (event.department() != null) {
      relations.add(
          new Relation(objects.department(one.jurisdiction(), event.department()), "department"));
    }
    return relations;
  }

  private void type(String name, List<Attribute> attributes) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeArrayFieldStart("attributes");
    for (Attribute attribute : attributes) {
      json.writeStartObject();
      json.writeStringField("name", attribute.key());
      json.writeStringField("type", attribute.type().ocel());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void value(Attribute attribute) throws IOException {
    if (attribute.value() != null) {
      json.writeStartObject();
      json.writeStringField("name", attribute.key());
      json.writeStringField("value", attribute.value());
      json.writeEndObject();
    }
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeArrayFieldStart("objects");
    objects.writeTo(json);
    json.writeEndArray();
    json.writeArrayFieldStart("eventTypes");
    for (String type : eventTypes) {
      type(type, OF_EVENTS);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    try (objects) {
      json.close();
    }
  }
}
