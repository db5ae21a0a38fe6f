package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;

import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Two weeks of September 2026 in a county's hall, played through the engine: the tax office and the
 * police keep their two hours every day, the medical insurance office never does, and on the last
 * day cases stand at every light.
 */
final class TwoWeeks {

  static final String LAST_AFTERNOON = "2026-09-15T14:50";

  private static final String SERVICE = "company-registration";
  private static final List<LocalDate> DAYS =
      LocalDate.of(2026, 9, 7).datesUntil(LocalDate.of(2026, 9, 12)).toList();

  private final Hall hall;
  private final ClockActs acts;

  private int cases;
  private ProcessInstance red;
  private ProcessInstance paused;

  TwoWeeks(Hall hall, ClockActs acts) {
    this.hall = hall;
    this.acts = acts;
  }

  void play() {
    DAYS.forEach(this::ordinaryDay);
    elsewhere();
    lastDay();
  }

  /** Stands with the tax office past its two hours, and nobody has taken it. */
  ProcessInstance red() {
    return red;
  }

  /** Stands still for a hearing. */
  ProcessInstance paused() {
    return paused;
  }

  /** Every day is a little slower than the day before. */
  private void ordinaryDay(LocalDate day) {
    int slower = 10 * DAYS.indexOf(day);
    LocalDateTime nine = day.atTime(9, 0);
    hall.itIs(nine.toString());
    ProcessInstance kept = accepted("ny", "taxChoice", "sealChoice");
    ProcessInstance late = accepted("ny", "medicalInsuranceChoice");
    hall.itIs(nine.plusMinutes(20 + slower).toString());
    tax("ny", kept);
    hall.itIs(nine.plusMinutes(60 + slower).toString());
    hall.completes(
        "nyPolice", kept, "备案刻制公章", Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot"));
    handOut("ny", kept);
    hall.itIs(day.atTime(13, 40).plusMinutes(2 * slower).toString());
    hall.completes("nyMedicalIns", late, "办理医保登记", Map.of("medicalInsuranceNo", "YB370921001"));
    handOut("ny", late);
  }

  /** The city promises twenty minutes and keeps them; its county takes forty. */
  private void elsewhere() {
    hall.itIs("2026-09-14T09:00");
    ProcessInstance city = accepted("lc", "taxChoice");
    ProcessInstance county = accepted("sx", "taxChoice");
    hall.itIs("2026-09-14T09:15");
    tax("lc", city);
    handOut("lc", city);
    hall.itIs("2026-09-14T09:40");
    tax("sx", county);
    handOut("sx", county);
  }

  private void lastDay() {
    hall.itIs("2026-09-15T09:00");
    red = accepted("ny", "taxChoice");
    paused = accepted("ny", "medicalInsuranceChoice");
    hall.itIs("2026-09-15T09:30");
    hall.as(
        "nyApproval",
        () -> acts.pause(paused.getId(), PauseKind.HEARING, "宁听告〔2026〕1号", "利害关系人要求听证"));
    hall.itIs("2026-09-15T13:35");
    accepted("ny", "housingFundChoice");
    hall.itIs("2026-09-15T14:30");
    accepted("ny", "bankChoice", "taxChoice");
    hall.starts("nyClerk", SERVICE, tradingCompany());
    hall.itIs(LAST_AFTERNOON);
  }

  /** Another case, received and accepted now, that wants these done. */
  ProcessInstance accepted(String place, String... items) {
    Map<String, Object> wanted = new HashMap<>();
    cases++;
    // no two are alike: the law would have an officer look at them
    wanted.put("enterpriseName", "宁阳县泰和第" + cases + "商贸有限公司");
    wanted.put("residence", "宁阳县文庙街道金阳大街" + cases + "号");
    String person = idNumber(cases);
    List.of("applicantIdNo", "legalRepIdNo", "shareholder1Code")
        .forEach(field -> wanted.put(field, person));
    wanted.put("shareholder2Code", idNumber(cases + 500));
    for (String item : items) {
      wanted.put(item, "now");
    }
    ProcessInstance theCase = hall.starts(place + "Clerk", SERVICE, with(tradingCompany(), wanted));
    hall.completes(place + "Clerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  private void tax(String place, ProcessInstance theCase) {
    hall.completes(
        place + "Tax",
        theCase,
        "办理涉税事项",
        Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
  }

  private void handOut(String place, ProcessInstance theCase) {
    hall.completes(
        place + "Clerk",
        theCase,
        "统一出件",
        Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
  }

  /** A resident's number with its check digit (GB 11643). */
  private static String idNumber(int sequence) {
    String digits = "37092119900307%03d".formatted(sequence);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return digits + "10X98765432".charAt(sum % 11);
  }
}
