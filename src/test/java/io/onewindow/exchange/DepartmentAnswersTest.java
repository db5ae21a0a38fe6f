package io.onewindow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.TaskRemarks;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Face;
import io.onewindow.story.StoryTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * What departments' systems answer: five times, at once, in the wrong order or too late, a case
 * goes on once.
 */
@StoryTest
@OnBothDatabases
class DepartmentAnswersTest extends WithDepartmentSystems {

  /** What came back. */
  private record Said(int status, JsonNode body) {

    String outcome() {
      return body.path("outcome").asText();
    }

    String code() {
      return body.path("code").asText();
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private WebApplicationContext context;
  @Autowired private DepartmentSystems systems;
  @Autowired private Exchanges exchanges;
  @Autowired private TaskRemarks remarks;
  @Autowired private HistoryService history;

  private MockMvc face;
  private ProcessInstance theCase;
  private String request;

  @BeforeEach
  void aStepIsAtTheTaxOffice() {
    face =
        MockMvcBuilders.webAppContextSetup(context).addFilters(new SystemSignIn(systems)).build();
    theCase = story.caseAtTheTaxOffice();
    request = story.requestOf(theCase);
  }

  @Test
  void aStepThatTheSystemHasDoneIsDone() {
    String task = hall.task("nyTax", theCase, "办理涉税事项").getId();
    assertThat(remarks.of(List.of(theCase.getBusinessKey())))
        .containsExactly(Map.entry(task, "已推送部门系统（ny-tax）：待送达"));
    story.sends();
    assertThat(remarks.of(List.of(theCase.getBusinessKey())))
        .containsExactly(Map.entry(task, "已推送部门系统（ny-tax）：已送达，待回执"));
    assertThat(answer("1", "RECEIVED", null).outcome()).isEqualTo("RECORDED");
    assertThat(hall.openTasks(theCase)).contains("办理涉税事项");
    Said done = answer("2", "DONE", ExchangeStory.TAX);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.outcome()).isEqualTo("ADVANCED");
    assertThat(done.body().path("receiptNo").asText()).isEqualTo(theCase.getBusinessKey());
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
    assertThat(hall.variable(theCase, "ukeyNo")).isEqualTo("UK123456");
    assertThat(ends())
        .singleElement()
        .satisfies(one -> assertThat(one.getAssignee()).isEqualTo("system:ny-tax"));
    assertThat(
            jdbc.sql(
                    "select actor from ow_audit where receipt_no = ? and event = 'TASK_COMPLETED'"
                        + " and activity_id = 'userTask_handleTax'")
                .param(theCase.getBusinessKey())
                .query(String.class)
                .list())
        .containsExactly("system:ny-tax");
    assertThat(exchanges.ofCase(theCase.getBusinessKey()))
        .filteredOn(one -> one.system().equals("ny-tax"))
        .singleElement()
        .satisfies(one -> assertThat(one.state()).isEqualTo("ANSWERED"));
  }

  @Test
  void fiveOfTheSameAtOnceAndLateOnesAdvanceTheCaseOnce() throws Exception {
    List<Said> same = atOnce(5, i -> answer("same", "DONE", ExchangeStory.TAX));
    assertThat(same).allMatch(one -> one.status() == 200 && one.outcome().equals("ADVANCED"));
    List<Said> others = atOnce(5, i -> answer("other-" + i, "DONE", ExchangeStory.TAX));
    assertThat(others).allMatch(one -> one.status() == 200 && one.outcome().equals("ALREADY_DONE"));
    // what should have come first comes last
    assertThat(answer("late", "RECEIVED", null).outcome()).isEqualTo("ALREADY_DONE");
    assertThat(answer("later", "DECLINED", null).outcome()).isEqualTo("ALREADY_DONE");
    assertThat(ends()).hasSize(1);
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
    List<String> audited = story.audited(theCase);
    assertThat(Collections.frequency(audited, "EXCHANGE_ANSWERED")).isEqualTo(1);
    assertThat(Collections.frequency(audited, "EXCHANGE_ANSWERED_LATE")).isEqualTo(7);
    // it was answered before it was sent: nothing is sent any more
    story.sends();
    assertThat(SYSTEM.heard()).noneMatch(one -> one.id().equals(request));
    assertThat(story.stateOf(theCase)).isEqualTo("ANSWERED");
  }

  @Test
  void aPersonAndTheSystemAtTheSameMomentEndTheTaskOnce() throws Exception {
    List<Said> said =
        atOnce(
            6,
            i -> {
              if (i > 0) {
                return answer("race-" + i, "DONE", ExchangeStory.TAX);
              }
              return byHand();
            });
    assertThat(said).allMatch(one -> one.status() == 200 || one.status() == 409);
    assertThat(said.subList(1, 6)).allMatch(one -> one.status() == 200);
    assertThat(ends()).hasSize(1);
    assertThat(hall.openTasks(theCase)).containsExactly("统一出件");
  }

  @Test
  void whatPeopleHaveDoneIsNotDoneAgain() {
    story.sends();
    hall.completes("nyTax", theCase, "办理涉税事项", ExchangeStory.TAX);
    Said late = answer("late", "DONE", ExchangeStory.TAX);
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.outcome()).isEqualTo("ALREADY_DONE");
    assertThat(late.body().path("message").asText()).contains("此前已经办结");
    assertThat(ends()).hasSize(1);
  }

  @Test
  void whatTheSystemCannotDoStaysWithPeopleAndIsShown() {
    story.sends();
    assertThat(answer("1", "DECLINED", null).outcome()).isEqualTo("RECORDED");
    assertThat(hall.openTasks(theCase)).contains("办理涉税事项");
    assertThat(exchanges.unsettled(List.of("ningyang")))
        .singleElement()
        .satisfies(one -> assertThat(one.note()).isEqualTo("税费种认定需现场核实"));
    hall.completes("nyTax", theCase, "办理涉税事项", ExchangeStory.TAX);
    assertThat(exchanges.unsettled(List.of("ningyang"))).isEmpty();
  }

  @Test
  void holdsASystemToTheFormAndChangesNothingOtherwise() {
    Said wrong = answer("1", "DONE", Map.of("taxpayerType", "huge", "licenceNo", "invented"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("fields").findValuesAsText("key")).containsExactly("licenceNo");
    wrong = answer("1", "DONE", Map.of("taxpayerType", "huge", "ukeyNo", "UK123456"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().path("fields").findValuesAsText("key"))
        .containsExactlyInAnyOrder("taxpayerType", "invoiceKind");
    assertThat(answer("1", "FINISHED", null).status()).isEqualTo(400);
    assertThat(hall.openTasks(theCase)).contains("办理涉税事项");
    // what was refused was not taken in: its key is free
    assertThat(answer("1", "DONE", ExchangeStory.TAX).outcome()).isEqualTo("ADVANCED");
    Said other = answer("1", "DONE", Map.of());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("key-reused");
  }

  @Test
  void letsInNobodyButTheSystemThatWasAsked() {
    Map<String, Object> body = body("DONE", ExchangeStory.TAX);
    assertThat(send(null, "1", body).status()).isEqualTo(401);
    assertThat(send("ny-tax:wrong", "1", body).status()).isEqualTo(401);
    assertThat(send("ny-tax:", "1", body).status()).isEqualTo(401);
    assertThat(send("nyTax:onewindow", "1", body).status()).isEqualTo(401);
    Said other = send("ny-market:" + PASSWORD + "-either", "1", body);
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.code()).isEqualTo("unknown-request");
    assertThat(ends()).isEmpty();
  }

  private List<HistoricTaskInstance> ends() {
    return history
        .createHistoricTaskInstanceQuery()
        .processInstanceBusinessKey(theCase.getBusinessKey())
        .taskDefinitionKey("userTask_handleTax")
        .finished()
        .list();
  }

  private Said byHand() {
    try {
      hall.completes("nyTax", theCase, "办理涉税事项", ExchangeStory.TAX);
      return new Said(200, null);
    } catch (ProcessEngineException | AssertionError faster) {
      return new Said(409, null);
    }
  }

  private Said answer(String key, String status, Map<String, Object> fields) {
    return send("ny-tax:" + PASSWORD, key, body(status, fields));
  }

  private Map<String, Object> body(String status, Map<String, Object> fields) {
    Map<String, Object> body = new HashMap<>();
    body.put("requestId", request);
    body.put("status", status);
    body.put("fields", fields);
    body.put("note", status.equals("DECLINED") ? "税费种认定需现场核实" : null);
    return body;
  }

  private Said send(String credentials, String key, Map<String, Object> body) {
    try {
      MockHttpServletRequestBuilder built =
          post("/api/v1/exchange/answers")
              .contentType("application/json")
              .header("Idempotency-Key", key)
              .content(JSON.writeValueAsBytes(body));
      if (credentials != null) {
        built.header("Authorization", Face.basic(credentials));
      }
      var response = face.perform(built).andReturn().getResponse();
      return new Said(
          response.getStatus(), JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /** One of many at the same moment. */
  private interface Turn {
    Said of(int number);
  }

  private static List<Said> atOnce(int callers, Turn turn) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    CyclicBarrier start = new CyclicBarrier(callers);
    try {
      List<Callable<Said>> turns = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        turns.add(
            () -> {
              start.await();
              return turn.of(number);
            });
      }
      List<Said> said = new ArrayList<>();
      for (Future<Said> one : threads.invokeAll(turns)) {
        said.add(one.get());
      }
      return said;
    } finally {
      threads.shutdownNow();
    }
  }
}
