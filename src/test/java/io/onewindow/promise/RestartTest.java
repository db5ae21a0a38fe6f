package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.OneWindowApplication;
import io.onewindow.story.Hall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The application is shut down and started again on the same files while clocks stand still. */
class RestartTest {

  private static final String REVIEW = "审查名称住所";
  private static final String RED = "boundaryEvent_reviewRegistrationOverdue";

  @Import({OneWindowApplication.class, Hall.class})
  @TestConfiguration(proxyBeanMethods = false)
  static class Application {}

  @TempDir private Path folder;

  @AfterEach
  void resetTheClock() {
    ClockUtil.reset();
  }

  @Test
  void keepsOpenPausesAndSetsTimersAgainThatHadFired() {
    String caseId = run(this::stopsTheClocksAfterAmber);
    run(application -> resumesBoth(application, caseId));
  }

  /** Two pauses that overlap: one ends before the restart, one is open. */
  private String stopsTheClocksAfterAmber(ApplicationContext application) {
    Hall hall = application.getBean(Hall.class);
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts(
            "hkClerk",
            "company-registration",
            with(tradingCompany(), Map.of("additionalPremises", "二号仓库")));
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.itIs("2026-09-18T09:10");
    pauses(application, theCase, PauseKind.EXPERT_REVIEW);
    hall.itIs("2026-09-18T09:40");
    pauses(application, theCase, PauseKind.APPRAISAL);
    resumes(application, theCase, PauseKind.EXPERT_REVIEW);
    return theCase.getId();
  }

  private String resumesBoth(ApplicationContext application, String caseId) {
    Hall hall = application.getBean(Hall.class);
    ProcessInstance theCase =
        application
            .getBean(RuntimeService.class)
            .createProcessInstanceQuery()
            .processInstanceId(caseId)
            .singleResult();
    PromiseClock clocks = application.getBean(PromiseClock.class);
    hall.itIs("2026-09-21T09:00");
    assertThat(hall.openTasks(theCase)).containsExactly(REVIEW);
    assertThat(clocks.running(List.of(caseId)))
        .allSatisfy(clock -> assertThat(clocks.remaining(clock)).isEqualTo("停表中"));

    hall.as(
        "hkLeader",
        () -> {
          application.getBean(ClockActs.class).extend(caseId, 3, "情形复杂");
          return null;
        });
    resumes(application, theCase, PauseKind.APPRAISAL);
    assertThat(hall.dueOf(theCase, REVIEW)).isEqualTo("2026-09-24T17:20");
    assertThat(hall.timerOf(theCase, RED)).isEqualTo("2026-09-24T17:20");
    hall.itIs("2026-09-24T17:19");
    assertThat(hall.openTasks(theCase)).containsExactly(REVIEW);
    hall.itIs("2026-09-24T17:20");
    assertThat(hall.openTasks(theCase)).containsExactly(REVIEW, "督办并说明原因");
    return caseId;
  }

  private static void pauses(
      ApplicationContext application, ProcessInstance theCase, PauseKind kind) {
    application
        .getBean(Hall.class)
        .as(
            "hkApproval",
            () ->
                application
                    .getBean(ClockActs.class)
                    .pause(theCase.getId(), kind, "T-1", "住所须现场核查"));
  }

  private static void resumes(
      ApplicationContext application, ProcessInstance theCase, PauseKind kind) {
    ClockActs acts = application.getBean(ClockActs.class);
    String open =
        acts.pauses(theCase.getId()).stream()
            .filter(pause -> pause.kind() == kind && pause.resumedAt() == null)
            .map(Pause::id)
            .findFirst()
            .orElseThrow();
    application
        .getBean(Hall.class)
        .as(
            "hkApproval",
            () -> {
              acts.resume(theCase.getId(), open);
              return null;
            });
  }

  private String run(Function<ApplicationContext, String> deed) {
    try (var application =
        new SpringApplicationBuilder(Application.class)
            .profiles("demo")
            .run(
                "--onewindow.data-dir=" + folder,
                "--camunda.bpm.job-execution.enabled=false",
                "--server.port=0",
                "--logging.level.root=WARN")) {
      return deed.apply(application);
    }
  }
}
