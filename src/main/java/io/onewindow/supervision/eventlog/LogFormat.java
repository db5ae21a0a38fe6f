package io.onewindow.supervision.eventlog;

import io.onewindow.problem.Problem;

/** In which standard's words a log is written. */
public enum LogFormat {
  /** XES 1.0, IEEE 1849-2016. */
  XES("application/xml", ".xes"),
  /** OCEL 2.0 in JSON, ocel-standard.org. */
  OCEL("application/json", ".json");

  private final String mediaType;
  private final String ending;

  LogFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /**
   * @throws Problem 400 for anything but {@code xes} and {@code ocel}
   */
  public static LogFormat of(String name) {
    for (LogFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw Problem.badRequest("unknown-format", "日志格式应为 xes 或 ocel。");
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }
}
