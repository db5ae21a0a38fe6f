package io.onewindow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.promise.PromiseClock;
import io.onewindow.promise.StepClock;
import io.onewindow.story.StoryTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Departments' systems go away, fall silent and come back: nothing is lost or done twice. */
@StoryTest
@OnBothDatabases
class DepartmentOutageTest extends WithDepartmentSystems {

  @Autowired private RuntimeService runtime;
  @Autowired private Exchanges exchanges;
  @Autowired private PromiseClock clocks;
  @Autowired private CaseFile files;
  @Autowired private TransactionTemplate transaction;

  @Test
  void tellsADepartmentOfItsStepAndLeavesItToItsPeopleToo() throws GeneralSecurityException {
    ProcessInstance theCase = story.caseAtTheTaxOffice();
    assertThat(SYSTEM.heard()).isEmpty();
    assertThat(story.stateOf(theCase)).isEqualTo("WAITING");
    assertThat(jdbc.sql("select body from ow_exchange").query(String.class).list())
        .allMatch(body -> body.startsWith("ow1:"));
    story.sends();
    DepartmentStub.Heard step =
        SYSTEM.heard().stream()
            .filter(one -> one.json().path("kind").asText().equals("STEP"))
            .findFirst()
            .orElseThrow();
    assertThat(step.id()).isEqualTo(story.requestOf(theCase));
    assertThat(step.authorization()).isEqualTo("Bearer " + TOKEN);
    assertThat(step.json().path("receiptNo").asText()).isEqualTo(theCase.getBusinessKey());
    assertThat(step.json().at("/step/name").asText()).isEqualTo("办理涉税事项");
    assertThat(step.json().at("/step/dueAt").asText())
        .startsWith(hall.dueOf(theCase, "办理涉税事项").toString())
        .endsWith("+08:00");
    assertThat(step.json().at("/fields/licenceNo").asText()).isNotBlank();
    assertThat(step.text()).doesNotContain("370921199003078512", "13805480001", "王晓明");
    assertSigned(step);
    assertThat(story.stateOf(theCase)).isEqualTo("DELIVERED");
    assertThat(hall.openTasks(theCase)).contains("办理涉税事项");
    assertThat(story.audited(theCase)).contains("EXCHANGE_DELIVERED");
    assertThat(
            jdbc.sql("select count(*) from ow_exchange where body is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void tellsTheRegulatorsWhatWasApproved() {
    ProcessInstance theCase = story.caseAtTheTaxOffice();
    hall.completes("nyTax", theCase, "办理涉税事项", ExchangeStory.TAX);
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    story.sends();
    DepartmentStub.Heard told =
        SYSTEM.heard().stream()
            .filter(one -> one.json().path("kind").asText().equals("HAND_OVER"))
            .findFirst()
            .orElseThrow();
    assertThat(told.json().at("/result/handOverNo").asText())
        .isEqualTo(theCase.getBusinessKey() + "-T1");
    assertThat(told.json().at("/result/number").asText()).isNotBlank();
    assertThat(told.json().at("/fields/enterpriseName").asText()).isNotBlank();
    assertThat(told.signature()).isNull();
    // people had done the step before it could be sent
    assertThat(story.stateOf(theCase)).isEqualTo("OVERTAKEN");
    assertThat(SYSTEM.heard()).hasSize(1);
  }

  @Test
  void sendsTheSameRequestAgainWhenTheAnswerCameTooLate() {
    ProcessInstance theCase = story.caseAtTheTaxOffice();
    Job job = stepJob();
    SYSTEM.fallsSilent();
    assertThatThrownBy(() -> management.executeJob(job.getId()))
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContaining("没有应答");
    SYSTEM.isHeardAgain();
    assertThat(story.passes("2026-09-15T10:01")).isZero();
    assertThat(SYSTEM.heard()).hasSize(2);
    assertThat(SYSTEM.heard().stream().map(DepartmentStub.Heard::id).distinct())
        .containsExactly(story.requestOf(theCase));
    assertThat(story.stateOf(theCase)).isEqualTo("DELIVERED");
  }

  @Test
  void sendsTheSameRequestAgainWhenTheNodeDiedBeforeItsTransactionEnded() {
    story.caseAtTheTaxOffice();
    Job job = stepJob();
    transaction.executeWithoutResult(
        status -> {
          management.executeJob(job.getId());
          status.setRollbackOnly();
        });
    management.executeJob(job.getId());
    assertThat(SYSTEM.heard()).hasSize(2);
    assertThat(SYSTEM.heard().stream().map(DepartmentStub.Heard::id).distinct()).hasSize(1);
  }

  @Test
  void showsAnOutageAtOnceAndGoesOnByItselfWhileEveryClockRuns() {
    ProcessInstance theCase = story.caseAtTheTaxOffice();
    LocalDateTime due = hall.dueOf(theCase, "办理涉税事项");
    List<Instant> limits = limits(theCase);
    SYSTEM.stops();
    Job job = stepJob();
    assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(DeliveryFailed.class);

    // 10:00, then after 1, 2, 5 and 10 minutes; the next would be at 10:33
    assertThat(story.passes("2026-09-15T10:30")).isEqualTo(4);
    Incident incident = runtime.createIncidentQuery().incidentType(Outages.INCIDENT).singleResult();
    assertThat(incident.getIncidentMessage())
        .contains("ny-tax", theCase.getBusinessKey(), "连接不上对方系统", "时限照常计算");
    assertThat(exchanges.unsettled(List.of("shenxian"))).isEmpty();
    assertThat(exchanges.unsettled(List.of("ningyang")))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.receiptNo()).isEqualTo(theCase.getBusinessKey());
              assertThat(one.tries()).isEqualTo(5);
              assertThat(one.firstFailedAt()).hasToString("2026-09-15T10:00+08:00");
              assertThat(one.lastFailedAt()).hasToString("2026-09-15T10:18+08:00");
              assertThat(one.dueAt().toLocalDateTime()).isEqualTo(due);
            });
    assertThat(hall.dueOf(theCase, "办理涉税事项")).isEqualTo(due);
    assertThat(limits(theCase)).isEqualTo(limits);

    SYSTEM.starts();
    assertThat(story.passes("2026-09-15T10:33")).isZero();
    assertThat(SYSTEM.heard()).hasSize(1);
    assertThat(story.stateOf(theCase)).isEqualTo("DELIVERED");
    assertThat(runtime.createIncidentQuery().count()).isZero();
    assertThat(exchanges.unsettled(List.of("ningyang"))).isEmpty();
    assertThat(story.audited(theCase))
        .containsExactlyInAnyOrder("EXCHANGE_UNREACHABLE", "EXCHANGE_DELIVERED");
    assertThat(hall.dueOf(theCase, "办理涉税事项")).isEqualTo(due);
  }

  @Test
  void aRefusalIsNoDelivery() {
    ProcessInstance theCase = story.caseAtTheTaxOffice();
    Job job = stepJob();
    SYSTEM.answersWith(503);
    assertThatThrownBy(() -> management.executeJob(job.getId()))
        .isInstanceOf(DeliveryFailed.class)
        .hasMessageContaining("HTTP 503");
    assertThat(story.stateOf(theCase)).isEqualTo("WAITING");
    SYSTEM.answersWith(202);
    assertThat(story.passes("2026-09-15T10:01")).isZero();
    assertThat(story.stateOf(theCase)).isEqualTo("DELIVERED");
  }

  @Test
  void writesNothingOfWhatDidNotHappen() {
    transaction.executeWithoutResult(
        status -> {
          story.caseAtTheTaxOffice();
          status.setRollbackOnly();
        });
    assertThat(story.jobs()).isEmpty();
    assertThat(jdbc.sql("select count(*) from ow_exchange").query(Long.class).single()).isZero();
  }

  /** The one of the two that tells of the step. */
  private Job stepJob() {
    return story.jobs().stream()
        .filter(
            job ->
                jdbc.sql(
                            "select count(*) from ow_exchange x join act_ru_execution e"
                                + " on e.business_key_ = x.request_id"
                                + " where e.proc_inst_id_ = ? and x.kind = 'STEP'")
                        .param(job.getProcessInstanceId())
                        .query(Long.class)
                        .single()
                    == 1)
        .findFirst()
        .orElseThrow();
  }

  /** When each running clock ends; none of them may stand still. */
  private List<Instant> limits(ProcessInstance theCase) {
    var file = files.find(theCase.getBusinessKey()).orElseThrow();
    List<StepClock> running =
        clocks.all(files.instancesOf(file)).stream()
            .filter(clock -> clock.stoppedAt() == null)
            .toList();
    assertThat(running).isNotEmpty().allMatch(clock -> clock.pausedAt() == null);
    return running.stream().map(StepClock::dueAt).sorted().toList();
  }

  /** As the receiver would check it, by RFC 9421. */
  private static void assertSigned(DepartmentStub.Heard heard) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(heard.text().getBytes(StandardCharsets.UTF_8));
    assertThat(heard.digest())
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    String parameters = heard.input().substring("onewindow=".length());
    assertThat(parameters).contains("keyid=\"ny-tax\"");
    String base =
        "\"@method\": POST\n\"@target-uri\": %s\n\"content-digest\": %s\n\"idempotency-key\": %s\n%s"
            .formatted(
                SYSTEM.address(),
                heard.digest(),
                heard.id(),
                "\"@signature-params\": " + parameters);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signature = mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
    assertThat(heard.signature())
        .isEqualTo("onewindow=:" + Base64.getEncoder().encodeToString(signature) + ":");
  }
}
