package io.onewindow.supervision;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.onewindow.casefile.CaseFile;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.util.Map;
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

  private void accept(String prefix, ProcessInstance theCase) {
    hall.completes(prefix + "Clerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  private Map<String, Long> minutes(ProcessInstance theCase) {
    return times.of(files.find(theCase.getBusinessKey()).orElseThrow()).shares().stream()
        .collect(Collectors.toMap(share -> share.party().name(), share -> share.millis() / 60_000));
  }
}
