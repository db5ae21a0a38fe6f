package io.onewindow.supervision.report;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.department.Departments;
import io.onewindow.engine.Callers;
import io.onewindow.engine.OneNodeAtATime;
import io.onewindow.print.PrintedPaper;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import io.onewindow.supervision.fact.Projection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** May 2025 in 宁阳: one company opened in time, one late with the tax office, one still open. */
@StoryTest
@OnBothDatabases
class MonthlyReportStoryTest {

  private static final String SERVICE = "company-registration";
  private static final YearMonth MAY = YearMonth.of(2025, 5);

  @Autowired private Hall hall;
  @Autowired private Projection projection;
  @Autowired private MonthlyReports reports;
  @Autowired private ReportStore store;
  @Autowired private RuntimeService runtime;
  @Autowired private Departments departments;
  @Autowired private Callers callers;
  @Autowired private OneNodeAtATime oneNodeAtATime;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void aMonth() {
    projection.catchUp();
    forget();
    hall.itIs("2025-05-13T09:00");
    ProcessInstance kept = start(Map.of());
    hall.itIs("2025-05-13T09:10");
    handOut(kept);
    ProcessInstance late =
        start(
            Map.of(
                "taxChoice", "now",
                "enterpriseName", "宁阳县安信商贸有限公司",
                "residence", "宁阳县八仙桥街道七贤路22号"));
    hall.itIs("2025-05-14T09:10");
    hall.completes(
        "nyTax",
        late,
        "办理涉税事项",
        Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
    handOut(late);
    start(Map.of("additionalPremises", "二号仓库"));
    hall.itIs("2025-05-14T09:20");
    projection.catchUp();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private void forget() {
    List.of(
            "ow_fact_due",
            "ow_fact_case",
            "ow_fact_step",
            "ow_fact_sum",
            "ow_report_file",
            "ow_report")
        .forEach(table -> jdbc.sql("delete from " + table).update());
  }

  @Test
  void countsTheMonthInExcel() throws IOException {
    Report report = reports.make("ningyang", MAY, "nySupervisor");
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(store.file(report.id(), ReportFormat.XLSX)))) {
      assertThat(names(book)).containsExactly("概况", "按事项", "按部门", "按环节", "口径说明");
      List<String> company = row(book, "按事项", "企业开办");
      assertThat(company.subList(0, 6)).containsExactly("企业开办", "3", "2", "1", "1", "50.0%");
      List<String> tax = row(book, "按部门", "县税务局");
      // its step shares the promise of the case, which is counted there
      assertThat(tax.subList(1, 9)).containsExactly("0", "1", "0", "0", "—", "0", "1", "0.0%");
      assertThat(row(book, "按部门", "县公安局")).isEmpty();
      // 9:10 to the next day 9:10: seven office hours
      assertThat(tax.get(10)).isEqualTo("420");
      assertThat(row(book, "按环节", "企业开办")).contains("县税务局");
      Cell received = cell(book, "按事项", "企业开办", 1);
      assertThat(received.getCellType()).isEqualTo(CellType.NUMERIC);
    }
  }

  @Test
  void printsTheSameAsPdfWithItsMethodOnTheLastPage() {
    Report report = reports.make("ningyang", MAY, "nySupervisor");
    PrintedPaper paper = new PrintedPaper(store.file(report.id(), ReportFormat.PDF));
    paper.picture("monthly-report");
    assertThat(paper.words())
        .contains("2025年5月收件3件，办结2件。")
        .contains("兑现率50.0%")
        .contains("县税务局")
        .contains("本月尚未结束");
    String last = paper.words().substring(paper.words().indexOf("统计口径和方法"));
    assertThat(last).contains("兑现率：兑现÷（兑现＋未兑现）").contains("SHA-256");
    assertThat(paper.pages()).isGreaterThan(1);
  }

  @Test
  void namesNobodyAndNothingOfOtherPlaces() throws IOException {
    Report other = reports.make("hekou", MAY, "hkSupervisor");
    Report own = reports.make("ningyang", MAY, "nySupervisor");
    assertThat(new PrintedPaper(store.file(other.id(), ReportFormat.PDF)).words())
        .contains("收件0件")
        .doesNotContain("企业开办", "县税务局");
    assertThat(new PrintedPaper(store.file(own.id(), ReportFormat.PDF)).words())
        .doesNotContain("王晓明", "nyTax", "nyClerk", "泰和");
    assertThat(store.of(List.of("hekou"), 9)).extracting(Report::id).containsExactly(other.id());
  }

  @Test
  void reportsByItselfOnTheFirstWorkingDayOfTheNextMonth() {
    ProcessInstance reporting =
        runtime
            .createProcessInstanceByKey("monthly-report")
            .processDefinitionWithoutTenantId()
            .setVariable("jurisdiction", "ningyang")
            .execute();
    // 端午 is from 31 May to 2 June
    assertThat(hall.timerOf(reporting, "event_firstWorkday"))
        .isEqualTo(LocalDateTime.parse("2025-06-03T09:00"));
    hall.itIs("2025-06-03T08:59");
    assertThat(store.of(List.of("ningyang"), 9)).isEmpty();
    hall.itIs("2025-06-03T09:01");
    Report made = store.of(List.of("ningyang"), 9).get(0);
    assertThat(made.month()).isEqualTo(MAY);
    assertThat(made.madeBy()).isNull();
    assertThat(made.digests()).containsOnlyKeys(ReportFormat.XLSX, ReportFormat.PDF);
    // unattended reporting is switched off in tests: the process does not wait again
    assertThat(hall.hasEnded(reporting)).isTrue();
  }

  @Test
  void waitsForEveryJurisdictionOnceHoweverOftenNodesStart() {
    MonthlyReportsBegin begin =
        new MonthlyReportsBegin(departments, runtime, callers, oneNodeAtATime);
    begin.begin();
    begin.begin();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("monthly-report").list())
        .extracting(ProcessInstance::getTenantId)
        .containsExactlyInAnyOrder("liaocheng", "shenxian", "ningyang", "hekou");
  }

  /** The system stood still in July: June's report is made up for in August. */
  @Test
  void makesUpForMonthsThatWereMissed() {
    hall.itIs("2025-06-03T09:00");
    reports.makeDue("ningyang");
    hall.itIs("2025-08-01T09:00");
    reports.makeDue("ningyang");
    reports.makeDue("ningyang");
    assertThat(store.of(List.of("ningyang"), 9))
        .extracting(Report::month)
        .containsExactly(YearMonth.of(2025, 7), YearMonth.of(2025, 6), MAY);
  }

  @Test
  void refusesAMonthToComeAndWhileFiguresAreRebuilt() {
    assertThat(refusal(MAY.plusMonths(1))).isEqualTo("month-to-come");
    projection.rebuild();
    assertThat(refusal(MAY)).isEqualTo("figures-rebuilding");
    assertThat(store.of(List.of("ningyang"), 9)).isEmpty();
    projection.catchUp();
  }

  private String refusal(YearMonth month) {
    assertThatThrownBy(() -> reports.make("ningyang", month, "nySupervisor"))
        .isInstanceOf(Problem.class);
    try {
      reports.make("ningyang", month, "nySupervisor");
      return null;
    } catch (Problem refused) {
      return refused.code();
    }
  }

  private static List<String> names(XSSFWorkbook book) {
    List<String> names = new ArrayList<>();
    book.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  private static List<String> row(XSSFWorkbook book, String sheet, String name) {
    DataFormatter shown = new DataFormatter();
    for (Row row : book.getSheet(sheet)) {
      if (name.equals(shown.formatCellValue(row.getCell(0)))) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(shown.formatCellValue(cell)));
        return cells;
      }
    }
    return List.of();
  }

  private static Cell cell(XSSFWorkbook book, String sheet, String name, int column) {
    for (Row row : book.getSheet(sheet)) {
      if (name.equals(row.getCell(0).getStringCellValue())) {
        return row.getCell(column);
      }
    }
    throw new AssertionError(name);
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
