package io.onewindow.supervision.report;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.engine.Caller;
import io.onewindow.problem.Problem;
import io.onewindow.supervision.history.CaseSelections;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Monthly reports for the supervisors of a jurisdiction. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsApi {

  /**
   * What is to be reported on.
   *
   * @param month e.g. {@code 2026-10}
   */
  record NewReport(String jurisdiction, String month) {}

  /** A report; {@code madeBy} is null when it was made by itself. */
  record ReportView(
      String id,
      String jurisdiction,
      String jurisdictionName,
      String month,
      OffsetDateTime madeAt,
      String madeBy,
      String xlsxSha256,
      String pdfSha256) {}

  private static final int MOST = 60;

  private final CaseSelections selections;
  private final MonthlyReports reports;
  private final ReportStore store;
  private final Departments departments;

  ReportsApi(
      CaseSelections selections,
      MonthlyReports reports,
      ReportStore store,
      Departments departments) {
    this.selections = selections;
    this.reports = reports;
    this.store = store;
    this.departments = departments;
  }

  /** 201 with the report, made now. */
  @PostMapping
  ResponseEntity<ReportView> make(@RequestBody NewReport wanted) {
    Caller caller = selections.supervisor();
    Report report = reports.make(place(caller, wanted), month(wanted.month()), caller.id());
    return ResponseEntity.created(URI.create("/api/v1/reports/" + report.id())).body(view(report));
  }

  /** The latest of the caller's jurisdictions, the newest month first. */
  @GetMapping
  List<ReportView> latest() {
    Caller caller = selections.supervisor();
    List<String> visible =
        departments.jurisdictions().stream()
            .map(Jurisdiction::id)
            .filter(caller::worksFor)
            .toList();
    return visible.isEmpty()
        ? List.of()
        : store.of(visible, MOST).stream().map(this::view).toList();
  }

  @GetMapping("/{id}/file")
  ResponseEntity<byte[]> file(
      @PathVariable String id, @RequestParam(defaultValue = "xlsx") String format) {
    Caller caller = selections.supervisor();
    ReportFormat as = ReportFormat.of(format);
    Report report =
        store
            .find(id)
            .filter(one -> caller.worksFor(one.jurisdiction()))
            .orElseThrow(() -> Problem.notFound("unknown-report", "没有这份通报，或者您无权查看。"));
    String name =
        departments.jurisdiction(report.jurisdiction()).name()
            + "承诺时限执行情况通报-"
            + report.month()
            + as.ending();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(as.mediaType()))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cache-Control", "no-store")
        .body(store.file(id, as));
  }

  private String place(Caller caller, NewReport wanted) {
    if (wanted.jurisdiction() == null || wanted.jurisdiction().isBlank()) {
      throw Problem.badRequest("jurisdiction-missing", "请选择辖区：通报按辖区编制。");
    }
    Jurisdiction place = departments.jurisdiction(wanted.jurisdiction().strip());
    if (!caller.worksFor(place.id())) {
      throw Problem.forbidden("other-jurisdiction", "您不负责" + place.name() + "的督办。");
    }
    return place.id();
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text == null ? "" : text.strip());
    } catch (DateTimeParseException malformed) {
      throw Problem.badRequest("month-malformed", "月份应如 2026-10，收到的是“" + text + "”。");
    }
  }

  private ReportView view(Report report) {
    return new ReportView(
        report.id(),
        report.jurisdiction(),
        departments.jurisdiction(report.jurisdiction()).name(),
        report.month().toString(),
        report.madeAt().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
        report.madeBy(),
        report.digests().get(ReportFormat.XLSX),
        report.digests().get(ReportFormat.PDF));
  }
}
