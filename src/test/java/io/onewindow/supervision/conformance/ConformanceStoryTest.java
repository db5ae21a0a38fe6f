package io.onewindow.supervision.conformance;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static io.onewindow.story.Applications.withEveryItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.engine.Caller;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import io.onewindow.supervision.conformance.ConformanceView.CaseView;
import io.onewindow.supervision.conformance.ConformanceView.DeviationView;
import io.onewindow.supervision.history.CaseSelections;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
@OnBothDatabases
class ConformanceStoryTest {

  private static final String SERVICE = "company-registration";

  /** Files of cases outlive their story: each story has a month of its own. */
  private static LocalDate month = LocalDate.parse("2024-03-01");

  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private RuntimeService runtime;
  @Autowired private Conformance conformance;
  @Autowired private CaseSelections selections;

  @AfterEach
  void closeTheHall() {
    hall.closes();
    month = month.plusMonths(1);
  }

  /** Nobody moves anything by hand: whatever happens is what the models lead to. */
  @Test
  void findsNothingInCasesThatTheEngineLedAlone() {
    Random random = new Random(20261121);
    LocalDateTime now = month.plusDays(3).atTime(9, 0);
    for (int life = 0; life < 25; life++) {
      hall.itIs(now.toString());
      ProcessInstance theCase =
          hall.starts(
              "nyClerk",
              SERVICE,
              with(
                  random.nextBoolean() ? withEveryItem() : tradingCompany(),
                  Map.of("additionalPremises", random.nextBoolean() ? "二号仓库" : "")));
      for (int step = 0; step < 14; step++) {
        now = now.plusMinutes(random.nextInt(400));
        hall.itIs(now.toString());
        somethingHappens(random, theCase);
      }
      now = month.plusDays(3).atTime(9, 0);
    }
    ConformanceView view = view();
    assertThat(view.items()).isEmpty();
    assertThat(view.cases()).isEqualTo(25);
    assertThat(view.judged()).isEqualTo(25);
    assertThat(view.rate()).isEqualByComparingTo("1");
  }

  @Test
  void findsWhatWasSkipped() {
    ProcessInstance theCase = started();
    runtime
        .createProcessInstanceModification(theCase.getId())
        .startBeforeActivity("serviceTask_screenRisks")
        .cancelAllForActivity("callActivity_receiveAndAccept")
        .execute();
    assertThat(only(theCase))
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo("SKIPPED");
              assertThat(found.process()).isEqualTo(SERVICE);
              assertThat(found.element()).isEqualTo("serviceTask_screenRisks");
              assertThat(found.name()).isEqualTo("智能筛查风险");
              assertThat(found.missing()).containsExactly("收件与受理");
            });
  }

  @Test
  void findsWhatWasReturnedTo() {
    ProcessInstance theCase = accepted();
    runtime
        .createProcessInstanceModification(theCase.getId())
        .startBeforeActivity("userTask_reviewRegistration")
        .execute();
    assertThat(only(theCase).kind()).isEqualTo("REPEATED");
  }

  @Test
  void findsWhatTheModelDidNotLeadTo() {
    ProcessInstance theCase = accepted();
    runtime
        .createProcessInstanceModification(theCase.getId())
        .startBeforeActivity("userTask_recordSeal")
        .execute();
    assertThat(only(theCase).kind()).isEqualTo("OUT_OF_ORDER");
    ConformanceView view = view();
    assertThat(view.deviating()).isEqualTo(1);
    assertThat(view.rate()).isEqualByComparingTo("0");
    assertThat(view.places())
        .extracting(
            ConformanceView.PlaceView::process,
            ConformanceView.PlaceView::element,
            ConformanceView.PlaceView::kind,
            ConformanceView.PlaceView::times)
        .containsExactly(tuple(SERVICE, "userTask_recordSeal", "OUT_OF_ORDER", 1L));
  }

  @Test
  void showsASupervisorTheOwnJurisdictionAlone() {
    started();
    Caller elsewhere = new Caller("hkSupervisor", Set.of("supervisor"), Set.of("hekou"));
    ConformanceView view =
        conformance.of(selections.of(elsewhere, month.toString(), null, null, null), 0, 20);
    assertThat(view.items()).isEmpty();
    assertThatThrownBy(() -> selections.of(elsewhere, null, null, null, "ningyang"))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.code()).isEqualTo("other-jurisdiction"));
  }

  private ProcessInstance accepted() {
    ProcessInstance theCase = started();
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    assertThat(hall.openTasks(theCase)).containsExactly("审查名称住所");
    return theCase;
  }

  private ProcessInstance started() {
    hall.itIs(month.plusDays(4).atTime(9, 0).toString());
    ProcessInstance theCase =
        hall.starts(
            "nyClerk", SERVICE, with(tradingCompany(), Map.of("additionalPremises", "二号仓库")));
    hall.itIs(month.plusDays(4).atTime(9, 1).toString());
    return theCase;
  }

  private DeviationView only(ProcessInstance theCase) {
    List<CaseView> items = view().items();
    assertThat(items).extracting(CaseView::receiptNo).containsExactly(theCase.getBusinessKey());
    assertThat(items.get(0).deviations()).hasSize(1);
    return items.get(0).deviations().get(0);
  }

  private ConformanceView view() {
    return conformance.of(
        selections.ofAll(month.toString(), month.plusMonths(1).minusDays(1).toString(), null, null),
        0,
        20);
  }

  private void somethingHappens(Random random, ProcessInstance theCase) {
    List<String> open = hall.openTasks(theCase);
    int choice = random.nextInt(6);
    if (open.contains("审查申请材料")) {
      hall.completes("nyClerk", theCase, "审查申请材料", materials(random, theCase));
    } else if (open.contains("登记补正材料") && choice > 1) {
      hall.completes("nyClerk", theCase, "登记补正材料", Map.of("supplementNote", "已补齐"));
    } else if (choice <= 1 && open.contains("审查名称住所")) {
      hall.as("nyApproval", () -> acts.pause(theCase.getId(), PauseKind.APPRAISAL, "T-1", "住所鉴定"));
    } else if (open.contains("审查名称住所")) {
      hall.completes("nyApproval", theCase, "审查名称住所", Map.of("registrationDecision", "grant"));
    } else if (open.contains("备案刻制公章")) {
      hall.completes(
          "nyPolice",
          theCase,
          "备案刻制公章",
          Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot"));
    } else if (open.contains("办理涉税事项")) {
      hall.completes(
          "nyTax",
          theCase,
          "办理涉税事项",
          Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
    } else if (open.contains("统一出件")) {
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
}
