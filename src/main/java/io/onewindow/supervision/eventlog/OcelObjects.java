package io.onewindow.supervision.eventlog;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.eventlog.Pseudonyms.Kind;
import io.onewindow.supervision.history.PastCase;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The objects of an OCEL log. Cases and their clocks go to a file at once; departments and officers
 * are as few as people work in the halls; applicants are asked for at the end.
 */
final class OcelObjects implements AutoCloseable {

  /** From one object or event to another object. */
  record Relation(String objectId, String qualifier) {}

  /** Something said of an object from then on. */
  record Said(Attribute attribute, Instant since) {}

  private static final List<Attribute> PROMISE =
      List.of(
          Attribute.text("step", null),
          Attribute.text("basis", null),
          Attribute.text("promiseId", null),
          Attribute.text("statuteId", null),
          Attribute.text("limit", null),
          Attribute.time("due", null),
          Attribute.truth("provisional", null),
          Attribute.truth("onTime", null),
          Attribute.text("light", null));

  /** Every type of object with its attributes. */
  static final Map<String, List<Attribute>> TYPES = types();

  private static final Set<String> KNOWN_AT_RECEIPT =
      Set.of("jurisdiction", "service", "channel", "receivedAt");
  private static final int CHUNK = 8192;

  private final Pseudonyms pseudonyms;
  private final CaseEvents words;
  private final Instant asOf;
  private final Stream<String> applicants;
  private final Path spool;
  private final JsonGenerator waiting;
  private final Map<String, List<Attribute>> departments = new TreeMap<>();
  private final Set<String> officers = new TreeSet<>();

  /**
   * @param applicants keys of all who applied, each once; read at the end
   * @param spool where cases and clocks wait; deleted on closing
   */
  OcelObjects(
      Pseudonyms pseudonyms, CaseEvents words, Instant asOf, Stream<String> applicants, Path spool)
      throws IOException {
    this.pseudonyms = pseudonyms;
    this.words = words;
    this.asOf = asOf;
    this.applicants = applicants;
    this.spool = spool;
    waiting =
        new JsonFactory()
            .createGenerator(Files.newOutputStream(spool), JsonEncoding.UTF8)
            .setPrettyPrinter(new MinimalPrettyPrinter(","));
  }

  private static Map<String, List<Attribute>> types() {
    Map<String, List<Attribute>> types = new LinkedHashMap<>();
    List<Attribute> ofCases =
        new ArrayList<>(
            List.of(
                Attribute.text("jurisdiction", null),
                Attribute.text("service", null),
                Attribute.text("channel", null),
                Attribute.text("state", null),
                Attribute.time("receivedAt", null),
                Attribute.time("acceptedAt", null),
                Attribute.time("closedAt", null),
                Attribute.minutes("workingMinutes", null),
                Attribute.minutes("netMinutes", null)));
    ofCases.addAll(PROMISE);
    types.put("case", ofCases);
    types.put("clock", PROMISE);
    types.put("applicant", List.of());
    types.put("officer", List.of());
    types.put(
        "department", List.of(Attribute.text("name", null), Attribute.text("jurisdiction", null)));
    return types;
  }

  void addCase(PastCase one, List<Attribute> about) throws IOException {
    String id = pseudonyms.of(Kind.CASE, one.receiptNo());
    Instant end = one.closedAt() == null ? asOf : one.closedAt();
    List<Said> said =
        about.stream()
            .map(a -> new Said(a, KNOWN_AT_RECEIPT.contains(a.key()) ? one.receivedAt() : end))
            .toList();
    String applicant = pseudonyms.of(Kind.APPLICANT, one.applicantKey());
    object(
        waiting,
        id,
        "case",
        said,
        applicant == null ? List.of() : List.of(new Relation(applicant, "applicant")));
    for (StepClock clock : one.clocks()) {
      object(
          waiting,
          pseudonyms.of(Kind.CLOCK, clock.id()),
          "clock",
          said(one, clock),
          List.of(new Relation(id, "case")));
    }
  }

  private List<Said> said(PastCase one, StepClock clock) {
    List<Said> said = new ArrayList<>();
    for (Attribute attribute : CaseEvents.promise(clock)) {
      if (!attribute.key().equals("due")) {
        said.add(new Said(attribute, clock.startedAt()));
      }
    }
    said.addAll(dues(one, clock));
    Instant end = clock.stoppedAt() == null ? asOf : clock.stoppedAt();
    words.outcome(clock, clock.stoppedAt()).forEach(a -> said.add(new Said(a, end)));
    return said;
  }

  /** When it was due, as that changed; what moved the law's limit alone is no part of it. */
  private static List<Said> dues(PastCase one, StepClock clock) {
    Deque<Said> dues = new ArrayDeque<>();
    Instant due = clock.dueAt();
    List<ClockEvent> events = one.clockEvents();
    for (int i = events.size() - 1; i >= 0; i--) {
      ClockEvent event = events.get(i);
      if (clock.id().equals(event.clockId()) && due.equals(event.newDue())) {
        dues.addFirst(new Said(Attribute.time("due", due), event.at()));
        due = event.oldDue();
      }
    }
    dues.addFirst(new Said(Attribute.time("due", due), clock.startedAt()));
    return List.copyOf(dues);
  }

  String officer(String pseudonym) {
    officers.add(pseudonym);
    return pseudonym;
  }

  String department(String jurisdiction, String name) {
    String id = "D-" + jurisdiction + "-" + name;
    departments.computeIfAbsent(
        id,
        none ->
            List.of(Attribute.text("name", name), Attribute.text("jurisdiction", jurisdiction)));
    return id;
  }

  /** All of them, as the elements of an array that has been begun. */
  void writeTo(JsonGenerator json) throws IOException {
    for (var department : departments.entrySet()) {
      List<Said> said =
          department.getValue().stream().map(a -> new Said(a, Instant.EPOCH)).toList();
      object(json, department.getKey(), "department", said, List.of());
    }
    for (String officer : officers) {
      object(json, officer, "officer", List.of(), List.of());
    }
    for (String applicant : (Iterable<String>) applicants::iterator) {
      object(json, pseudonyms.of(Kind.APPLICANT, applicant), "applicant", List.of(), List.of());
    }
    waiting.close();
    if (Files.size(spool) > 0) {
      copy(json);
    }
  }

  private void copy(JsonGenerator json) throws IOException {
    try (Reader reader = Files.newBufferedReader(spool, StandardCharsets.UTF_8)) {
      char[] chunk = new char[CHUNK];
      boolean separated = json.getOutputContext().getEntryCount() == 0;
      for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
        if (!separated) {
          json.writeRaw(',');
          separated = true;
        }
        json.writeRaw(chunk, 0, read);
      }
    }
  }

  private static void object(
      JsonGenerator json, String id, String type, List<Said> said, List<Relation> relations)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("type", type);
    json.writeArrayFieldStart("attributes");
    for (Said one : said) {
      if (one.attribute().value() != null) {
        json.writeStartObject();
        json.writeStringField("name", one.attribute().key());
        json.writeStringField("time", Attribute.stamp(one.since()));
        json.writeStringField("value", one.attribute().value());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    relations(json, relations);
    json.writeEndObject();
  }

  static void relations(JsonGenerator json, List<Relation> relations) throws IOException {
    json.writeArrayFieldStart("relationships");
    for (Relation relation : relations) {
      json.writeStartObject();
      json.writeStringField("objectId", relation.objectId());
      json.writeStringField("qualifier", relation.qualifier());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    waiting.close();
    Files.deleteIfExists(spool);
  }
}
