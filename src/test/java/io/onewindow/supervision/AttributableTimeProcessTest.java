package io.onewindow.supervision;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.Pause;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
@OnBothDatabases
class AttributableTimeProcessTest {

  private static final String SERVICE = "company-registration";

  @Autowired private Hall hall;
  @Autowired private CaseFile files;
  @Autowired private ClockActs acts;
  @Autowired private AttributableTimes times;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void splitsACaseAmongWindowApplicantAndDepartments() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts(
            "nyClerk",
            SERVICE,
            with(tradingCompany(), Map.of("sealChoice", "now", "taxChoice", "now")));
    hall.itIs("2026-09-15T09:30");
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "公司章程签字页"));
    hall.itIs("2026-09-15T10:30");
    hall.completes("nyClerk", theCase, "登记补正材料", Map.of("supplementNote", "已补齐"));
    hall.itIs("2026-09-15T11:00");
    accept("ny", theCase);
    hall.itIs("2026-09-15T11:30");
    hall.completes(
        "nyPolice",
        theCase,
        "备案刻制公章",
        Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot"));
    hall.itIs("2026-09-15T14:00");
    hall.completes(
        "nyTax",
        theCase,
        "办理涉税事项",
        Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
    hall.itIs("2026-09-15T14:10");
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    hall.itIs("2026-09-18T10:00");

    assertThat(minutes(theCase))
        .containsOnly(
            entry("县公安局", 15L),
            entry("县税务局", 75L),
            entry("综合受理窗口", 70L),
            entry("申请人", 60L),
            entry("非办公时间", 90L));
  }

  @Test
  void countsASpecialProcedureForNobodyAndOpenTasksUntilNow() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts(
            "hkClerk", SERVICE, with(tradingCompany(), Map.of("additionalPremises", "二号仓库")));
    accept("hk", theCase);
    hall.itIs("2026-09-15T09:20");
    hall.as(
        "hkApproval",
        () -> acts.pause(theCase.getId(), PauseKind.HEARING, "听告〔2026〕1号", "申请人要求听证"));
    hall.itIs("2026-09-15T10:00");

    assertThat(minutes(theCase)).containsOnly(entry("区行政审批局", 20L), entry("特别程序（停表）", 40L));
  }

  @Test
  void takesNoTimeForThoseWhoOnlySuperviseIt() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase =
        hall.starts("nyClerk", SERVICE, with(tradingCompany(), Map.of("taxChoice", "now")));
    accept("ny", theCase);
    hall.itIs("2026-09-17T10:00");
    assertThat(hall.openTasks(theCase)).containsExactly("办理涉税事项", "督办并说明原因", "负责人督办");
    assertThat(minutes(theCase))
        .containsOnly(entry("县税务局", 15 * 60L), entry("非办公时间", (49 - 15) * 60L));
  }

  /** Cases that live at random, asked after everything that happens to them. */
  @Test
  void addsUpToTheWallTimeWhateverHappens() {
    Random random = new Random(20261121);
    int asked = 0;
    for (int life = 0; life < 30; life++) {
      LocalDateTime now =
          LocalDateTime.parse("2026-09-15T09:00").plusMinutes(random.nextInt(9_000));
      hall.itIs(now.toString());
      ProcessInstance theCase = hall.starts("nyClerk", SERVICE, randomApplication(random));
      for (int step = 0; step < 12; step++) {
        now = now.plus(1 + random.nextInt(40_000_000), ChronoUnit.MILLIS);
        hall.itIs(now.toString());
        somethingHappens(random, theCase);
        asked++;
        CaseRecord file = files.find(theCase.getBusinessKey()).orElseThrow();
        AttributableTime time = times.of(file);
        long sum = time.shares().stream().mapToLong(AttributableTime.Share::millis).sum();
        assertThat(sum).as("life %d step %d", life, step).isEqualTo(time.totalMillis());
        assertThat(time.from()).isEqualTo(file.receivedAt());
        if (!hall.hasEnded(theCase) && file.closedAt() == null) {
          assertThat(time.to()).isEqualTo(now.atZone(WorkCalendar.ZONE).toInstant());
        }
      }
    }
    assertThat(asked).isEqualTo(360);
  }

  private static Map<String, Object> randomApplication(Random random) {
    return with(
        tradingCompany(),
        Map.of(
            "taxChoice", random.nextBoolean() ? "now" : "none",
            "additionalPremises", random.nextBoolean() ? "二号仓库" : ""));
  }

  private void somethingHappens(Random random, ProcessInstance theCase) {
    List<String> open = hall.openTasks(theCase);
    List<Pause> paused =
        acts.pauses(theCase.getId()).stream().filter(one -> one.resumedAt() == null).toList();
    int choice = random.nextInt(6);
    if (choice == 0 && !paused.isEmpty()) {
      resume(theCase, paused.get(random.nextInt(paused.size())));
    } else if (choice <= 2 && open.contains("审查名称住所")) {
      hall.as("nyApproval", () -> acts.pause(theCase.getId(), PauseKind.APPRAISAL, "T-1", "住所鉴定"));
    } else if (open.contains("审查申请材料")) {
      hall.completes("nyClerk", theCase, "审查申请材料", materials(random, theCase));
    } else if (open.contains("登记补正材料")) {
      hall.completes("nyClerk", theCase, "登记补正材料", Map.of("supplementNote", "已补齐"));
    } else if (choice == 3 && open.contains("审查名称住所")) {
      hall.completes("nyApproval", theCase, "审查名称住所", Map.of("registrationDecision", "grant"));
    } else if (choice == 4 && open.contains("统一出件")) {
      hall.completes(
          "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    }
  }

  private Map<String, Object> materials(Random random, ProcessInstance theCase) {
    boolean told = hall.variable(theCase, "missingItems") != null;
    return !told && random.nextInt(3) == 0
        ? Map.of("materialsDecision", "notice", "missingItems", "公司章程签字页")
        : Map.of("materialsDecision", "complete");
  }

  private void resume(ProcessInstance theCase, Pause pause) {
    hall.as(
        "nyApproval",
        () -> {
          acts.resume(theCase.getId(), pause.id());
          return null;
        });
  }

  private void accept(String prefix, ProcessInstance theCase) {
    hall.completes(prefix + "Clerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  private Map<String, Long> minutes(ProcessInstance theCase) {
    return times.of(files.find(theCase.getBusinessKey()).orElseThrow()).shares().stream()
        .collect(Collectors.toMap(share -> share.party().name(), share -> share.millis() / 60_000));
  }
}
