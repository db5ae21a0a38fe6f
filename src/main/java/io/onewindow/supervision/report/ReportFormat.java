package io.onewindow.supervision.report;

import io.onewindow.problem.Problem;
import java.util.Locale;

/** As what a report can be fetched. */
enum ReportFormat {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PDF("application/pdf");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Problem 400 for anything but {@code xlsx} and {@code pdf}
   */
  static ReportFormat of(String name) {
    for (ReportFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw Problem.badRequest("unknown-format", "通报的格式应为 xlsx 或 pdf。");
  }
}
