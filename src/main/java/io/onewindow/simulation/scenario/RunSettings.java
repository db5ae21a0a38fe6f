package io.onewindow.simulation.scenario;

import io.onewindow.calendar.WorkCalendar;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** Reads how many cases, from when to when, how often. */
record RunSettings(
    long start, long horizon, int cases, int warmUp, boolean finishes, RunPlan plan) {

  private static final int MOST_CASES = 100_000_000;
  private static final int MOST_REPLICATIONS = 10_000;

  /** Our own default: a Monday in the first month that every published calendar knows. */
  private static final String START = "2026-03-02T09:00:00+08:00";

  static RunSettings read(Entry approval, WorkCalendar hall) {
    Entry given = approval.get("start");
    long start =
        given == null
            ? OffsetDateTime.parse(START).toInstant().toEpochMilli()
            : Calendars.instant(given, 0);
    covered(given, start, hall);
    long horizon = horizon(approval, start);
    boolean ends = horizon < Long.MAX_VALUE;
    if (approval.get("cases") == null && !ends) {
      throw approval.refuse("缺少 cases（办件数）或 horizon（时间范围），仿真永远不会结束");
    }
    int cases = approval.count("cases", Integer.MAX_VALUE, 1, MOST_CASES);
    int warmUp = approval.count("warmUpCases", 0, 0, MOST_CASES);
    if (warmUp >= cases) {
      throw approval.need("warmUpCases").refuse("应小于办件数 " + cases);
    }
    RunPlan plan =
        new RunPlan(
            seed(approval),
            approval.count("replications", 30, 1, MOST_REPLICATIONS),
            stop(approval),
            approval.truth("log", false));
    return new RunSettings(start, horizon, cases, warmUp, finishes(approval), plan);
  }

  private static void covered(Entry given, long start, WorkCalendar hall) {
    if (hall == null) {
      return;
    }
    int year = Instant.ofEpochMilli(start).atZone(WorkCalendar.ZONE).getYear();
    if (year < hall.firstYear() || year > hall.lastYear()) {
      throw given.refuse("工作日历只覆盖 " + hall.firstYear() + " 年至 " + hall.lastYear() + " 年");
    }
  }

  private static long horizon(Entry approval, long start) {
    Entry horizon = approval.get("horizon");
    if (horizon == null) {
      return Long.MAX_VALUE;
    }
    long end =
        horizon.text().startsWith("P")
            ? start + Math.round(new Lengths(0).of(horizon))
            : Calendars.instant(horizon, 1);
    if (end <= start) {
      throw horizon.refuse("应在开始时间之后");
    }
    return end;
  }

  private static long seed(Entry approval) {
    Entry seed = approval.get("seed");
    if (seed != null && !seed.node().isIntegralNumber()) {
      throw seed.refuse("应为整数");
    }
    return seed == null ? 1 : seed.node().longValue();
  }

  private static RunPlan.StopRule stop(Entry approval) {
    Entry rule = approval.get("stopRule");
    if (rule == null) {
      return null;
    }
    rule.only(Set.of("figure", "relativeHalfWidth", "maxReplications"));
    double width = rule.need("relativeHalfWidth").share();
    if (width <= 0) {
      throw rule.need("relativeHalfWidth").refuse("应大于零，如 0.02");
    }
    return new RunPlan.StopRule(
        rule.text("figure", "case.cycleTime.mean"),
        width,
        rule.count("maxReplications", 200, 2, MOST_REPLICATIONS));
  }

  private static boolean finishes(Entry approval) {
    return switch (approval.text("overtime", "never")) {
      case "never" -> false;
      case "finish" -> true;
      default -> throw approval.need("overtime").refuse("应为 never（到点即停）或 finish（办完为止）");
    };
  }

  static StaffQuestion question(Entry approval, StaffReader staff) {
    Entry asked = approval.get("staffNeeded");
    if (asked == null) {
      return null;
    }
    asked.only(Set.of("target", "step", "groups", "most"));
    List<String> groups = asked.list("groups").stream().map(Entry::text).toList();
    for (Entry group : asked.list("groups")) {
      if (!staff.groups().contains(group.text())) {
        throw group.refuse("没有部门 " + group.text() + " 的人员");
      }
    }
    Entry target = asked.get("target");
    return new StaffQuestion(
        target == null ? 0.95 : target.share(),
        asked.text("step", null),
        groups.isEmpty() ? List.copyOf(staff.groups()) : groups,
        asked.count("most", 50, 1, 1000));
  }
}
