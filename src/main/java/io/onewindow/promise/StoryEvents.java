package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What happened to a clock, one line each with its time of day, by the day it happened on. */
final class StoryEvents {

  /** At the same instant a lower rank comes first. */
  private record Line(Instant at, int rank, String text) {}

  private static final int FIRST = -1;
  private static final int LAST = ClockEvent.Kind.values().length;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final StepClock clock;
  private final StepClock told;
  private final UnaryOperator<String> names;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param clock whose story it is
   * @param told the clock that was counted: the same, or its case's
   * @param names name of a person by user id, null where the reader is not to know it
   */
  StoryEvents(StepClock clock, StepClock told, UnaryOperator<String> names) {
    this.clock = clock;
    this.told = told;
    this.names = names;
  }

  TreeMap<LocalDate, List<String>> byDay(List<ClockEvent> journal) {
    lines.add(new Line(told.startedAt(), FIRST, "开始计时"));
    if (!clock.startedAt().equals(told.startedAt())) {
      lines.add(new Line(clock.startedAt(), FIRST, "本环节开始，沿用办件时钟"));
    }
    journal.stream().filter(this::concerns).forEach(this::line);
    if (clock.stoppedAt() != null) {
      lines.add(new Line(clock.stoppedAt(), LAST, "本环节结束，停止计时"));
    }
    lines.sort(Comparator.comparing(Line::at).thenComparing(Line::rank));
    TreeMap<LocalDate, List<String>> days = new TreeMap<>();
    for (Line line : lines) {
      String text = line.at().atZone(WorkCalendar.ZONE).format(TIME) + " " + line.text();
      days.computeIfAbsent(date(line.at()), day -> new ArrayList<>()).add(text);
    }
    return days;
  }

  private boolean concerns(ClockEvent event) {
    if (event.clockId() != null) {
      return event.clockId().equals(told.id())
          || (event.clockId().equals(clock.id()) && isOwnLight(event));
    }
    boolean early = event.at().isBefore(told.startedAt());
    boolean late = clock.stoppedAt() != null && event.at().isAfter(clock.stoppedAt());
    return !early && !late;
  }

  private static boolean isOwnLight(ClockEvent event) {
    return switch (event.kind()) {
      case REMINDED, AMBER, RED, TAKEN_BACK -> true;
      default -> false;
    };
  }

  private void line(ClockEvent event) {
    StringBuilder text = new StringBuilder(words(event));
    StringJoiner who = new StringJoiner("，", "（", "）").setEmptyValue("");
    if (event.noticeNo() != null) {
      who.add("通知书 " + event.noticeNo());
    }
    String actor = event.actor() == null ? null : names.apply(event.actor());
    if (actor != null) {
      who.add("经办 " + actor);
    }
    text.append(event.reason() == null ? "" : "：" + event.reason()).append(who);
    if (event.oldDue() != null && event.kind() != ClockEvent.Kind.TAKEN_BACK) {
      text.append("；").append(moved(event));
    }
    Line line = new Line(event.at(), event.kind().ordinal(), text.toString());
    if (!lines.contains(line)) {
      lines.add(line);
    }
  }

  private static String words(ClockEvent event) {
    return switch (event.kind()) {
      case AMBER -> "临近到期，亮黄灯";
      case RED -> "时限届满未办结，亮红灯";
      case REMINDED -> "提醒经办人";
      default -> event.kind().label();
    };
  }

  private String moved(ClockEvent event) {
    boolean onlyStatutory =
        event.kind() == ClockEvent.Kind.EXTENDED && told.basis() != Basis.STATUTORY;
    return (onlyStatutory ? "法定时限" : "届满时间")
        + "由 "
        + moment(event.oldDue())
        + " 移至 "
        + moment(event.newDue())
        + (onlyStatutory ? "，对外承诺不变" : "");
  }

  static String moment(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).format(MOMENT);
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, WorkCalendar.ZONE);
  }
}
