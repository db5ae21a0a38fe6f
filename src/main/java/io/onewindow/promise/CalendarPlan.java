package io.onewindow.promise;

import io.onewindow.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A notice that passed every check, and what it would change.
 *
 * @param notice the new notice
 * @param superseded those it takes out of force
 */
record CalendarPlan(
    CalendarNotice notice, List<CalendarNotice> superseded, CalendarOutcome outcome) {

  static CalendarPlan of(
      CalendarNotice notice,
      List<CalendarNotice> superseded,
      List<String> replaces,
      List<CalendarChange> changes,
      Set<String> jurisdictions) {
    CalendarNotice.About about = notice.about();
    CalendarOutcome outcome =
        new CalendarOutcome(
            about.kind().chinese(),
            about.year(),
            about.citation(),
            new TreeSet<>(jurisdictions),
            List.copyOf(replaces),
            changes,
            List.of());
    return new CalendarPlan(notice, superseded, outcome);
  }

  CalendarPlan withRemarks(List<String> remarks) {
    CalendarOutcome told = outcome;
    for (String remark : remarks) {
      told = told.withRemark(remark);
    }
    return new CalendarPlan(notice, superseded, told);
  }

  /** Those in force that arrange the same matter. */
  static List<CalendarNotice> sameMatter(CalendarNotice.About about, CalendarSet now) {
    return now.notices().stream().filter(one -> one.isSameMatterAs(about)).toList();
  }

  /** What stays in force. */
  static List<CalendarNotice> rest(CalendarSet now, List<CalendarNotice> superseded) {
    return now.notices().stream().filter(one -> !superseded.contains(one)).toList();
  }

  static List<CalendarNotice> and(List<CalendarNotice> notices, CalendarNotice more) {
    return Stream.concat(notices.stream(), Stream.of(more)).toList();
  }

  static List<String> citations(List<CalendarNotice> notices) {
    return notices.stream().map(one -> one.about().citation()).toList();
  }

  /**
   * @throws Problem 409 when something would be replaced unasked
   */
  static void requireLeave(CalendarUpload upload, String what, List<String> replaced) {
    if (!replaced.isEmpty() && !upload.replace()) {
      throw Problem.conflict(
          "calendar-published",
          what + "已由" + String.join("、", replaced) + "公布，没有改动。确要替换，请选择“替换”（命令行加 --replace）。");
    }
  }
}
