package io.onewindow.supervision.report;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import io.onewindow.promise.HallCalendars;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes monthly reports and says when the next is due. */
@Service("monthlyReports")
public class MonthlyReports {

  private final MonthlyFiguresReader figures;
  private final ReportWorkbook workbook;
  private final ReportSheet sheet;
  private final ReportStore store;
  private final HallCalendars calendars;
  private final boolean unattended;
  private final Clock time;

  MonthlyReports(
      MonthlyFiguresReader figures,
      ReportWorkbook workbook,
      ReportSheet sheet,
      ReportStore store,
      HallCalendars calendars,
      @Value("${onewindow.report.unattended}") boolean unattended,
      Clock time) {
    this.figures = figures;
    this.workbook = workbook;
    this.sheet = sheet;
    this.store = store;
    this.calendars = calendars;
    this.unattended = unattended;
    this.time = time;
  }

  /** Whether reports are made by themselves; the models ask. */
  public boolean isUnattended() {
    return unattended;
  }

  /** When the hall opens on the first working day of the month after this one. */
  public Date next(DelegateExecution execution) {
    WorkCalendar calendar = calendars.of(execution.getTenantId());
    LocalDate first = thisMonth().plusMonths(1).atDay(1);
    return Date.from(calendar.nextOpening(first.atStartOfDay(WorkCalendar.ZONE).toInstant()));
  }

  /**
   * Makes the reports that are due by themselves: that of the last month, and of those before it
   * that nobody made because the system stood still.
   */
  @Transactional
  void makeDue(String jurisdiction) {
    YearMonth last = thisMonth().minusMonths(1);
    YearMonth month =
        store.lastMadeByItself(jurisdiction).map(made -> made.plusMonths(1)).orElse(last);
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      write(jurisdiction, month, null);
    }
  }

  /**
   * Makes a report on demand; of the present month, what there is so far.
   *
   * @throws Problem 400 for a month to come, 409 while all figures are counted again
   */
  @Transactional
  Report make(String jurisdiction, YearMonth month, String madeBy) {
    if (month.isAfter(thisMonth())) {
      throw Problem.badRequest("month-to-come", ReportWords.month(month) + "尚未开始，还没有可以通报的内容。");
    }
    return write(jurisdiction, month, madeBy);
  }

  private Report write(String jurisdiction, YearMonth month, String madeBy) {
    MonthlyFigures found = figures.of(jurisdiction, month);
    Map<ReportFormat, byte[]> files = new EnumMap<>(ReportFormat.class);
    files.put(ReportFormat.XLSX, workbook.of(found));
    files.put(ReportFormat.PDF, sheet.of(found));
    Map<ReportFormat, String> digests = new EnumMap<>(ReportFormat.class);
    files.forEach((format, content) -> digests.put(format, sha256(content)));
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    Report report =
        new Report(UUID.randomUUID().toString(), jurisdiction, month, now, madeBy, digests);
    store.add(report, files);
    return report;
  }

  private YearMonth thisMonth() {
    return YearMonth.from(time.instant().atZone(WorkCalendar.ZONE));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
