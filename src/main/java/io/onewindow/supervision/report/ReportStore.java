package io.onewindow.supervision.report;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports; each is written once. */
@Repository
class ReportStore {

  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Report report, Map<ReportFormat, byte[]> files) {
    jdbc.sql(
            "insert into ow_report (id, jurisdiction, on_month, made_at, made_by)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            report.id(),
            report.jurisdiction(),
            Date.valueOf(report.month().atDay(1)),
            report.madeAt().atOffset(ZoneOffset.UTC),
            report.madeBy())
        .update();
    files.forEach(
        (format, content) ->
            jdbc.sql(
                    "insert into ow_report_file (report_id, format, sha256, content)"
                        + " values (?, ?, ?, ?)")
                .params(report.id(), format.name(), report.digests().get(format), content)
                .update());
  }

  Optional<Report> find(String id) {
    return jdbc.sql("select * from ow_report where id = ?")
        .param(id)
        .query(this::report)
        .optional();
  }

  /** Of these jurisdictions, the latest month and the newest first. */
  List<Report> of(Collection<String> jurisdictions, int most) {
    return jdbc.sql(
            "select * from ow_report where jurisdiction in (:places)"
                + " order by on_month desc, made_at desc, id limit :most")
        .param("places", jurisdictions)
        .param("most", most)
        .query(this::report)
        .list();
  }

  /** The last month that was reported on without being asked; empty before the first. */
  Optional<YearMonth> lastMadeByItself(String jurisdiction) {
    return jdbc.sql(
            "select on_month from ow_report where jurisdiction = ? and made_by is null"
                + " order by on_month desc limit 1")
        .param(jurisdiction)
        .query((row, number) -> month(row))
        .optional();
  }

  byte[] file(String id, ReportFormat format) {
    return jdbc.sql("select content from ow_report_file where report_id = ? and format = ?")
        .params(id, format.name())
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  private Report report(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    return new Report(
        id,
        row.getString("jurisdiction"),
        month(row),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        digests(id));
  }

  private Map<ReportFormat, String> digests(String id) {
    Map<ReportFormat, String> digests = new EnumMap<>(ReportFormat.class);
    jdbc.sql("select format, sha256 from ow_report_file where report_id = ?")
        .param(id)
        .query(
            row -> {
              digests.put(ReportFormat.valueOf(row.getString(1)), row.getString(2));
            });
    return digests;
  }

  private static YearMonth month(ResultSet row) throws SQLException {
    return YearMonth.from(row.getDate("on_month").toLocalDate());
  }
}
