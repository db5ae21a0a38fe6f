package io.onewindow.supervision.figures;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import io.onewindow.supervision.fact.Projection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoryTest
@OnBothDatabases
class DashboardProcessTest {

  private static final String SERVICE = "company-registration";

  @Autowired private Hall hall;
  @Autowired private Figures figures;
  @Autowired private Projection projection;
  @Autowired private ClockActs acts;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private TaskService tasks;

  @BeforeEach
  void nothingHappenedYet() {
    projection.catchUp();
    Forgetting.everything(jdbc);
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void showsHowPromisesAreKeptAndWhoHoldsTheOpenCases() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance kept = start(Map.of());
    hall.itIs("2026-09-15T09:10");
    handOut(kept);
    hall.itIs("2026-09-15T09:20");
    ProcessInstance late = start(Map.of("taxChoice", "now"));
    ProcessInstance stands = start(Map.of("additionalPremises", "二号仓库"));
    hall.as(
        "nyApproval", () -> acts.pause(stands.getId(), PauseKind.HEARING, "听告〔2026〕1号", "申请人要求听证"));
    hall.itIs("2026-09-15T13:30");
    ProcessInstance fresh = start(Map.of("taxChoice", "now"));
    hall.itIs("2026-09-15T15:00");

    JsonNode board = ask("nySupervisor", "dashboard", Map.of());

    assertThat(board.at("/behind").asInt()).isZero();
    assertThat(board.at("/keeping/0/cases/kept").asInt()).isEqualTo(1);
    assertThat(board.at("/keeping/0/cases/broken").asInt()).isEqualTo(1);
    assertThat(board.at("/keeping/0/cases/rate").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(board.at("/open/total").asInt()).isEqualTo(3);
    assertThat(board.at("/open/red").asInt()).isEqualTo(1);
    assertThat(board.at("/open/paused").asInt()).isEqualTo(1);
    assertThat(board.at("/open/green").asInt()).isEqualTo(1);
    assertThat(board.at("/breakingToday/total").asInt()).isEqualTo(1);
    assertThat(board.at("/breakingToday/items/0/receiptNo").asText())
        .isEqualTo(fresh.getBusinessKey());
    assertThat(board.at("/breakingToday/items/0/holders/0/departmentName").asText())
        .isEqualTo("县行政审批服务局");
    assertThat(board.at("/departments/0/name").asText()).isEqualTo("县行政审批服务局");
    assertThat(board.at("/departments/0/cases").asInt()).isEqualTo(3);
    assertThat(board.at("/departments/0/red").asInt()).isEqualTo(1);

    JsonNode red = ask("nySupervisor", "open-cases", Map.of("light", "RED"));
    assertThat(red.at("/total").asInt()).isEqualTo(1);
    assertThat(red.at("/items/0/receiptNo").asText()).isEqualTo(late.getBusinessKey());
    // the step that runs under the whole case's promise is told with it
    assertThat(red.at("/items/0/limit/promiseId").asText()).isEqualTo("NY21-003");
    assertThat(red.at("/items/0/limit/text").asText()).isEqualTo("4小时");
  }

  @Test
  void tellsWhatBecameOfTheWorkAndItsLimits() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance done = start(Map.of());
    hall.itIs("2026-09-15T09:10");
    handOut(done);
    hall.itIs("2026-09-15T09:20");
    start(Map.of("taxChoice", "now"));
    hall.itIs("2026-09-16T15:00");
    Map<String, String> days = Map.of("from", "2026-09-01", "to", "2026-09-30");
    JsonNode times = ask("nySupervisor", "cycle-times", days);
    assertThat(times.at("/total").asInt()).isEqualTo(4);
    assertThat(times.at("/items/3/name").asText()).isEqualTo("统一出件");
    assertThat(times.at("/items/3/working/p50").asInt()).isEqualTo(10);
    JsonNode late = ask("nySupervisor", "late-cases", days);
    assertThat(late.at("/total").asInt()).isEqualTo(2);
    assertThat(late.at("/items/0/lateMinutes").asInt()).isEqualTo(430);
    JsonNode weeks = ask("nySupervisor", "trend", days).at("/weeks");
    assertThat(weeks).hasSize(13);
    assertThat(weeks.at("/10/received").asInt()).isEqualTo(2);
    assertThat(weeks.at("/10/broken").asInt()).isEqualTo(1);
    JsonNode heat =
        ask(
            "nySupervisor",
            "heat",
            Map.of("from", "2026-09-01", "to", "2026-09-30", "definition", SERVICE));
    assertThat(heat.at("/cases/count").asInt()).isEqualTo(1);
    assertThat(heat.at("/elements/0/activityId").asText()).isEqualTo("callActivity_handOut");
    assertThat(heat.at("/elements/0/caseShare").asInt()).isEqualTo(1);
  }

  @Test
  void asksWhoHoldsACaseAndKeepsItOnRecord() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance late = start(Map.of("taxChoice", "now"));
    hall.itIs("2026-09-16T15:00");
    String number = late.getBusinessKey();
    supervise("ASK_REASON", number, "请说明为何超过四小时");
    hall.as(
        "nyTax",
        () -> {
          var asked =
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(number)
                  .taskName("答复督办")
                  .singleResult();
          tasks.complete(
              asked.getId(), Map.of("overdueReason", "核验系统中断", "correctiveAction", "当日补办完毕"));
          return null;
        });
    hall.itIs("2026-09-16T15:01");
    supervise("RAISE", number, "请负责人过问");
    JsonNode line = ask("nySupervisor", "open-cases", Map.of()).at("/items/0");
    assertThat(line.at("/supervision/kind").asText()).isEqualTo("RAISE");
    assertThat(line.at("/supervision/by").asText()).isEqualTo("nySupervisor");
    assertThat(line.at("/holders")).hasSize(1);
    JsonNode why = ask("nySupervisor", "late-cases", Map.of()).at("/items/0");
    assertThat(why.at("/reason").asText()).isEqualTo("核验系统中断");
    assertThat(why.at("/correctiveAction").asText()).isEqualTo("当日补办完毕");
    assertThatThrownBy(
            () ->
                hall.as(
                    "hkSupervisor",
                    () ->
                        figures.supervise(
                            new SuperviseOrder("SUPERVISE", List.of(number), null, null, "请尽快办理"))))
        .isInstanceOfSatisfying(Problem.class, one -> assertThat(one.status()).isEqualTo(404));
    assertThatThrownBy(() -> supervise("SUPERVISE", number, ""))
        .isInstanceOfSatisfying(Problem.class, one -> assertThat(one.status()).isEqualTo(400));
    assertThatThrownBy(() -> supervise("FIRE", number, "请尽快办理"))
        .isInstanceOfSatisfying(Problem.class, one -> assertThat(one.status()).isEqualTo(400));
  }

  private void supervise(String action, String receiptNo, String reason) {
    hall.as(
        "nySupervisor",
        () ->
            figures.supervise(new SuperviseOrder(action, List.of(receiptNo), null, null, reason)));
  }

  @Test
  void refusesWhatCannotBeAnswered() {
    refused("period-reversed", "dashboard", Map.of("from", "2026-09-02", "to", "2026-09-01"));
    refused("period-malformed", "dashboard", Map.of("from", "昨天"));
    refused("unknown-version", "heat", Map.of("definition", SERVICE, "version", "99"));
    refused("unknown-version", "heat", Map.of("definition", "no-such-service"));
    refused("unknown-service", "cycle-times", Map.of("service", "no-such-service"));
    refused("unknown-department", "cycle-times", Map.of("department", "nobody"));
    refused("unknown-jurisdiction", "cycle-times", Map.of("jurisdiction", "atlantis"));
    refused("sort-refused", "open-cases", Map.of("sort", "colour"));
    refused("page-refused", "open-cases", Map.of("size", "100000"));
    refused("unknown-figures", "weather", Map.of());
    projection.rebuild();
    assertThatThrownBy(() -> hall.as("nySupervisor", () -> figures.answer("dashboard", Map.of())))
        .isInstanceOfSatisfying(
            Problem.class, one -> assertThat(one.code()).isEqualTo("figures-rebuilding"));
  }

  private void refused(String code, String name, Map<String, String> given) {
    assertThatThrownBy(() -> ask("nySupervisor", name, given))
        .isInstanceOfSatisfying(
            Problem.class, one -> assertThat(one.code()).as(name + given).isEqualTo(code));
  }

  @Test
  void showsNothingOfOtherJurisdictionsAndNothingToOthers() {
    hall.itIs("2026-09-15T09:00");
    start(Map.of());
    JsonNode board = ask("hkSupervisor", "dashboard", Map.of());
    assertThat(board.at("/open/total").asInt()).isZero();
    assertThat(board.at("/keeping/3/cases/rate").isNull()).isTrue();
    assertThatThrownBy(() -> ask("hkSupervisor", "dashboard", Map.of("jurisdiction", "ningyang")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("无权查看");
    assertThatThrownBy(() -> ask("nyTax", "dashboard", Map.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("仅供督办人员");
  }

  private JsonNode ask(String person, String name, Map<String, String> given) {
    projection.catchUp();
    return json.valueToTree(hall.as(person, () -> figures.answer(name, given)));
  }

  private ProcessInstance start(Map<String, Object> form) {
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, with(tradingCompany(), form));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  private void handOut(ProcessInstance theCase) {
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
  }
}
