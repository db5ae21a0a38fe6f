package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminder, amber, red, supervision, the next level up. */
@StoryTest
@OnBothDatabases
class EscalationLadderProcessTest {

  private static final String TAX = "办理涉税事项";
  private static final String SUPERVISE = "督办并说明原因";
  private static final String ABOVE = "负责人督办";

  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private PromiseClock clocks;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private JdbcClient jdbc;

  private final List<String> deployments = new ArrayList<>();

  @AfterEach
  void closeTheHall() {
    hall.closes();
    deployments.forEach(id -> repository.deleteDeployment(id, true));
  }

  @Test
  void climbsFromTheReminderToTheHeadOfTheAuthority() {
    ProcessInstance theCase = tax("ny", "2026-09-11T16:30");
    hall.itIs("2026-09-13T23:59");
    assertThat(acts.journal(theCase.getId())).isEmpty();
    hall.itIs("2026-09-14T09:00");
    assertThat(rungs(theCase)).containsExactly("tax 提醒 2026-09-14T09:00");
    assertThat(hall.task("nyTax", theCase, TAX).getPriority()).isEqualTo(60);
    hall.itIs("2026-09-14T09:30");
    assertThat(hall.task("nyTax", theCase, TAX).getPriority()).isEqualTo(75);
    hall.itIs("2026-09-14T10:00");
    assertThat(hall.task("nyTax", theCase, TAX).getPriority()).isEqualTo(100);
    assertThat(hall.listOf("nySupervisor")).contains(SUPERVISE);
    assertThat(hall.listOf("nyLeader")).doesNotContain(ABOVE);
    hall.itIs("2026-09-15T17:29");
    assertThat(hall.openTasks(theCase)).doesNotContain(ABOVE);
    hall.itIs("2026-09-15T17:30");
    assertThat(hall.listOf("nyLeader")).contains(ABOVE);
    assertThat(hall.listOf("hkLeader")).doesNotContain(ABOVE);

    assertThat(rungs(theCase))
        .containsExactlyInAnyOrder(
            "tax 提醒 2026-09-14T09:00",
            "tax 黄灯 2026-09-14T09:30",
            "tax 红灯 2026-09-14T10:00",
            "case 红灯 2026-09-14T10:00",
            "supervision 提醒 2026-09-15T09:30",
            "supervision 黄灯 2026-09-15T15:30");
  }

  @Test
  void isSetByServiceAndJurisdictionAsAShareOrATimeBefore() {
    deploy("ladder-points.dmn", "ladder-limits.dmn");
    ProcessInstance ningyang = tax("ny", "2026-09-15T09:00");
    ProcessInstance shenxian = tax("sx", "2026-09-15T09:00");
    assertThat(hall.dueOf(ningyang, TAX)).isEqualTo("2026-09-15T11:00");
    assertThat(hall.dueOf(shenxian, TAX)).isEqualTo("2026-09-15T09:20");
    hall.itIs("2026-09-15T14:30");
    assertThat(rungs(ningyang))
        .contains("tax 提醒 2026-09-15T09:30", "tax 黄灯 2026-09-15T10:45", "tax 红灯 2026-09-15T11:00");
    assertThat(rungs(shenxian))
        .contains("tax 提醒 2026-09-15T09:10", "tax 黄灯 2026-09-15T09:15", "tax 红灯 2026-09-15T09:20");
    assertThat(hall.openTasks(ningyang)).contains(ABOVE);
    assertThat(hall.openTasks(shenxian)).contains(SUPERVISE).doesNotContain(ABOVE);
    hall.itIs("2026-09-16T17:30");
    assertThat(hall.openTasks(shenxian)).contains(ABOVE);
  }

  @Test
  void goesOnElsewhereWhenItFailsInOneJurisdiction() {
    ProcessInstance broken = tax("ny", "2026-09-15T09:00");
    ProcessInstance sound = tax("sx", "2026-09-15T10:00");
    jdbc.sql("delete from ow_clock where process_instance_id = ?").param(broken.getId()).update();

    everyDueTimerFires("2026-09-15T17:30");
    everyDueTimerFires("2026-09-16T17:30");
    everyDueTimerFires("2026-09-16T17:30");
    assertThat(hall.openTasks(sound)).containsExactly(TAX, SUPERVISE, ABOVE);
    assertThat(rungs(sound)).contains("tax 红灯 2026-09-15T10:20", "case 红灯 2026-09-15T10:20");

    assertThat(hall.openTasks(broken)).containsExactly(TAX);
    assertThat(
            runtime
                .createIncidentQuery()
                .processInstanceId(broken.getId())
                .incidentType("failedJob")
                .count())
        .isEqualTo(2);
  }

  /** As the job executor does it: a timer that fails is tried again, the others are not kept. */
  private void everyDueTimerFires(String localTime) {
    var now = LocalDateTime.parse(localTime).atZone(WorkCalendar.ZONE).toInstant();
    for (int attempt = 0; attempt < 3; attempt++) {
      ClockUtil.setCurrentTime(Date.from(now));
      List<Job> due = management.createJobQuery().executable().orderByJobDuedate().asc().list();
      for (Job job : due) {
        ClockUtil.setCurrentTime(job.getDuedate());
        try {
          management.executeJob(job.getId());
        } catch (RuntimeException failed) {
          assertThat(failed).hasStackTraceContaining("no clock runs for step");
        }
      }
    }
  }

  private void deploy(String... files) {
    var deployment = repository.createDeployment();
    for (String file : files) {
      deployment.addClasspathResource("io/onewindow/promise/" + file);
    }
    deployments.add(deployment.deploy().getId());
  }

  private ProcessInstance tax(String prefix, String when) {
    hall.itIs(when);
    String clerk = prefix + "Clerk";
    ProcessInstance theCase =
        hall.starts(
            clerk, "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
    hall.completes(clerk, theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  /** Step, rung and local time of everything the ladder did, in order. */
  private List<String> rungs(ProcessInstance theCase) {
    List<StepClock> all = clocks.all(theCase.getId());
    return acts.journal(theCase.getId()).stream()
        .map(
            event ->
                all.stream()
                        .filter(clock -> clock.id().equals(event.clockId()))
                        .map(StepClock::step)
                        .findFirst()
                        .orElseThrow()
                    + " "
                    + event.kind().label()
                    + " "
                    + LocalDateTime.ofInstant(event.at(), WorkCalendar.ZONE))
        .toList();
  }
}
