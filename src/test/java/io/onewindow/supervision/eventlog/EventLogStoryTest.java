package io.onewindow.supervision.eventlog;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.engine.Caller;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import io.onewindow.supervision.eventlog.EventLogs.Written;
import io.onewindow.supervision.history.CaseSelections;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Logs of one day in two halls: told once, paused, granted, handed out, and one still open. */
@StoryTest
@OnBothDatabases
class EventLogStoryTest {

  private static final String SERVICE = "company-registration";

  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private PromiseClock clocks;
  @Autowired private HistoryService history;
  @Autowired private EventLogs logs;
  @Autowired private CaseSelections selections;
  @Autowired private Pseudonyms pseudonyms;

  @TempDir private Path folder;

  /** Files of cases outlive their story: each story has a day of its own. */
  private static LocalDate day = LocalDate.parse("2025-07-01");

  private ProcessInstance ended;
  private ProcessInstance paused;

  @BeforeEach
  void aDay() {
    hall.itIs(day + "T09:00");
    ended =
        hall.starts(
            "nyClerk",
            SERVICE,
            with(tradingCompany(), Map.of("sealChoice", "now", "taxChoice", "now")));
    hall.itIs(day + "T09:30");
    hall.completes(
        "nyClerk",
        ended,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "公司章程签字页"));
    hall.itIs(day + "T10:30");
    hall.completes("nyClerk", ended, "登记补正材料", Map.of("supplementNote", "已补齐"));
    hall.itIs(day + "T11:00");
    hall.completes("nyClerk", ended, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs(day + "T11:30");
    hall.completes(
        "nyPolice",
        ended,
        "备案刻制公章",
        Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot"));
    // due at 13:30 + an hour: two office hours from 11:00
    hall.itIs(day + "T14:45");
    hall.completes(
        "nyTax",
        ended,
        "办理涉税事项",
        Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
    hall.itIs(day + "T15:00");
    hall.completes(
        "nyClerk", ended, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    paused =
        hall.starts(
            "hkClerk",
            SERVICE,
            with(
                tradingCompany(),
                Map.of("additionalPremises", "二号仓库", "applicantIdNo", "370921198811204623")));
    hall.completes("hkClerk", paused, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs(day + "T15:20");
    hall.as(
        "hkApproval", () -> acts.pause(paused.getId(), PauseKind.HEARING, "听告〔2026〕1号", "申请人要求听证"));
    hall.itIs(day + "T16:00");
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
    day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
  }

  @Test
  void writesXesThatKeepsTheStandardsSchema() throws Exception {
    Path file = folder.resolve("log.xes");
    Written written = today(LogFormat.XES, file);
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(getClass().getResource("/xes.xsd"));
    schema.newValidator().validate(new StreamSource(file.toFile()));
    assertThat(written.cases()).isEqualTo(2);
    assertThat(written.bytes()).isEqualTo(Files.size(file));
    assertThat(folder.toFile().list()).containsExactly("log.xes");
    List<Element> traces = elements(xml(file).getDocumentElement(), "trace");
    assertThat(traces).hasSize(2);
    long events = traces.stream().mapToLong(one -> elements(one, "event").size()).sum();
    assertThat(events).isEqualTo(written.events());
  }

  /** Recounted from the engine's history and the clocks, one task at a time. */
  @Test
  void tellsEveryTaskWithItsTimeAndItsPromise() throws Exception {
    Path file = folder.resolve("log.xes");
    today(LogFormat.XES, file);
    Map<String, Map<String, String>> said = new HashMap<>();
    for (Element trace : elements(xml(file).getDocumentElement(), "trace")) {
      for (Element event : elements(trace, "event")) {
        Map<String, String> attributes = attributes(event);
        said.put(
            attributes.get("concept:instance") + " " + attributes.get("lifecycle:transition"),
            attributes);
      }
    }
    int compared = 0;
    for (ProcessInstance theCase : List.of(ended, paused)) {
      for (HistoricTaskInstance task :
          history
              .createHistoricTaskInstanceQuery()
              .processInstanceBusinessKey(theCase.getBusinessKey())
              .list()) {
        String instance = pseudonyms.of(Pseudonyms.Kind.ACTIVITY, task.getActivityInstanceId());
        Map<String, String> start = said.get(instance + " start");
        assertThat(start).as(task.getName()).containsEntry("concept:name", task.getName());
        assertThat(OffsetDateTime.parse(start.get("time:timestamp")).toInstant())
            .isEqualTo(task.getStartTime().toInstant());
        Map<String, String> end = said.get(instance + " complete");
        assertThat(end == null).isEqualTo(task.getEndTime() == null);
        StepClock clock = clockOf(task);
        if (clock != null) {
          assertThat(instant(start.get("due"))).isEqualTo(clock.dueAt());
          assertThat(start.get("basis")).isEqualTo(clock.basis().name());
          assertThat(start.get("promiseId")).isEqualTo(clock.promiseId());
        }
        if (end != null && clock != null) {
          boolean kept = !task.getEndTime().toInstant().isAfter(clock.dueAt());
          assertThat(end).containsEntry("onTime", String.valueOf(kept));
          assertThat(end).containsEntry("light", clock.light().name());
        }
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(7);
    Map<String, String> tax = named(said, "办理涉税事项", "complete");
    // 11:00 to 12:00 and 13:30 to 14:45
    assertThat(tax)
        .containsEntry("workingMinutes", "135.000")
        .containsEntry("netMinutes", "135.000")
        .containsEntry("org:group", "县税务局")
        .containsEntry("onTime", "false")
        .containsEntry("light", "RED");
    assertThat(named(said, "审查申请材料", "complete")).containsKey("workingMinutes");
    assertThat(named(said, "停表", "complete")).containsEntry("kind", "clock");
  }

  @Test
  void writesOcelThatKeepsTheStandardsRules() throws Exception {
    Path file = folder.resolve("log.json");
    Written written = today(LogFormat.OCEL, file);
    JsonNode log = new ObjectMapper().readTree(file.toFile());
    assertThat(OcelSchema.violations(log)).isEmpty();
    assertThat(OcelRules.violations(log)).isEmpty();
    assertThat(log.path("events").size()).isEqualTo(written.events());
    Map<String, Integer> objects = new HashMap<>();
    log.path("objects").forEach(one -> objects.merge(one.path("type").asText(), 1, Integer::sum));
    assertThat(objects).containsEntry("case", 2).containsEntry("applicant", 2);
    assertThat(objects.get("clock")).isGreaterThan(4);
    assertThat(objects.get("department")).isGreaterThan(3);
    assertThat(folder.toFile().list()).containsExactly("log.json");
  }

  @Test
  void namesNobody() throws Exception {
    for (LogFormat format : LogFormat.values()) {
      Path file = folder.resolve("log" + format.ending());
      today(format, file);
      assertThat(Files.readString(file))
          .doesNotContain(
              "王晓明",
              "李静",
              "370921199003078512",
              "13805480001",
              "泰和",
              "金阳大街",
              "听证",
              "听告",
              "章程",
              "UK123456",
              "3709210012345",
              "nyClerk",
              "nyTax",
              "hkApproval",
              ended.getBusinessKey(),
              paused.getBusinessKey(),
              ended.getId());
    }
  }

  @Test
  void givesASupervisorTheOwnJurisdictionAlone() throws Exception {
    Caller supervisor = new Caller("nySupervisor", Set.of("supervisor"), Set.of("ningyang"));
    Path file = folder.resolve("log.json");
    logs.write(
        LogFormat.OCEL, selections.of(supervisor, null, null, null, null), file, (done, all) -> {});
    assertThat(Files.readString(file)).contains("ningyang").doesNotContain("hekou");
    assertThatThrownBy(() -> selections.of(supervisor, null, null, null, "hekou"))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.code()).isEqualTo("other-jurisdiction"));
  }

  @Test
  void saysWhatIsWrongWithASelection() {
    assertThat(refusal("2026-09-30", "2026-09-01", null, null)).isEqualTo("period-reversed");
    assertThat(refusal("9月1日", null, null, null)).isEqualTo("period-malformed");
    assertThat(refusal(null, null, "no-such-service", null)).isEqualTo("unknown-service");
    assertThat(refusal(null, null, null, "atlantis")).isEqualTo("unknown-jurisdiction");
    assertThat(selections.ofAll("2016-01-01", "2026-12-31", SERVICE, null).jurisdictions())
        .hasSize(4);
  }

  @Test
  void leavesNothingBehindWhenStopped() {
    assertThatThrownBy(
            () ->
                logs.ofAll(
                    LogFormat.OCEL,
                    null,
                    null,
                    null,
                    null,
                    folder.resolve("log.json"),
                    (done, all) -> {
                      if (done > 0) {
                        throw new IllegalStateException("enough");
                      }
                    }))
        .hasMessage("enough");
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void packsAndFindsNothingOutsideThePeriod() throws Exception {
    Path file = folder.resolve("log.json.gz");
    Written written =
        logs.ofAll(LogFormat.OCEL, "2025-06-01", "2025-06-01", null, null, file, (done, all) -> {});
    assertThat(written.cases()).isZero();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      JsonNode log = new ObjectMapper().readTree(in);
      assertThat(OcelRules.violations(log)).isEmpty();
      assertThat(log.path("objects")).isEmpty();
    }
  }

  private String refusal(String from, String to, String service, String jurisdiction) {
    try {
      selections.ofAll(from, to, service, jurisdiction);
      return null;
    } catch (Problem refused) {
      return refused.code();
    }
  }

  private Written today(LogFormat format, Path file) {
    return logs.ofAll(format, day.toString(), day.toString(), null, null, file, (done, all) -> {});
  }

  private StepClock clockOf(HistoricTaskInstance task) {
    return clocks.all(task.getRootProcessInstanceId()).stream()
        .filter(clock -> clock.calledInstanceId().equals(task.getProcessInstanceId()))
        .filter(clock -> clock.activityId().equals(task.getTaskDefinitionKey()))
        .filter(clock -> clock.executionId().equals(task.getExecutionId()))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> named(
      Map<String, Map<String, String>> said, String name, String lifecycle) {
    return said.values().stream()
        .filter(one -> name.equals(one.get("concept:name")))
        .filter(one -> lifecycle.equals(one.get("lifecycle:transition")))
        .findFirst()
        .orElseThrow();
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Document xml(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList children = parent.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static Map<String, String> attributes(Element parent) {
    Map<String, String> found = new HashMap<>();
    NodeList children = parent.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element) {
        found.put(element.getAttribute("key"), element.getAttribute("value"));
      }
    }
    return found;
  }
}
