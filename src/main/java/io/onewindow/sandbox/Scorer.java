package io.onewindow.sandbox;

import io.onewindow.department.StaffGroup;
import io.onewindow.sandbox.Score.Goal;
import io.onewindow.sandbox.Score.Line;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Counts what a drill earned, from what the records say happened. */
@Component
@Profile("sandbox")
class Scorer {

  private static final String TO_THE_END = "系统默认规则：练习要做完";

  private final Evidence evidence;
  private final ToldAtOnce toldAtOnce;
  private final Decisions decisions;
  private final Breaches breaches;
  private final SandboxSettings settings;

  Scorer(
      Evidence evidence,
      ToldAtOnce toldAtOnce,
      Decisions decisions,
      Breaches breaches,
      SandboxSettings settings) {
    this.evidence = evidence;
    this.toldAtOnce = toldAtOnce;
    this.decisions = decisions;
    this.breaches = breaches;
    this.settings = settings;
  }

  /** As the drill stands, or as it ended. */
  Score of(Drill drill) {
    List<CaseEvidence> cases = drill.cases().stream().map(one -> evidence.of(drill, one)).toList();
    boolean window = drill.exercise().role().equals(StaffGroup.WINDOW);
    int work = settings.points().work();
    return Score.of(
        List.of(
            promise(drill, cases),
            window
                ? share("一次性告知不遗漏", "告知书点到的缺陷 ÷ 预设的缺陷", work, toldAtOnce.lines(cases))
                : share("决定正确", "决定正确的办件 ÷ 全部办件", work, decisions.lines(drill.exercise(), cases)),
            lawful(drill.exercise(), cases)));
  }

  /** What is not finished when the drill ends counts as not kept: ending early earns nothing. */
  private Goal promise(Drill drill, List<CaseEvidence> cases) {
    List<Line> lines = new ArrayList<>();
    for (CaseEvidence one : cases) {
      one.limits().stream()
          .filter(CaseEvidence.Limit::isOver)
          .forEach(limit -> lines.add(line(one.receiptNo(), limit)));
      if (one.file().closedAt() == null) {
        lines.add(new Line(one.receiptNo(), false, "练习结束时还没有办结", TO_THE_END));
      }
    }
    int expected = drill.exercise().applicants().size();
    for (int number = cases.size() + 1; number <= expected; number++) {
      lines.add(new Line(null, false, "第" + number + "位申请人还没有来，练习就结束了", TO_THE_END));
    }
    return share("承诺兑现", "按时的时限 ÷ 已到期或已办结的时限；没有办结的办件算未兑现", settings.points().promise(), lines);
  }

  private static Line line(String receiptNo, CaseEvidence.Limit limit) {
    String due = Moments.minute(limit.dueAt());
    String text =
        limit.isMissed()
            ? "%s超时：应于 %s 前办结".formatted(limit.name(), due)
            : "%s按时：%s 办结，期限 %s".formatted(limit.name(), Moments.minute(limit.stoppedAt()), due);
    return new Line(receiptNo, !limit.isMissed(), text, limit.clause());
  }

  private Goal lawful(Exercise exercise, List<CaseEvidence> cases) {
    List<Line> lines = new ArrayList<>();
    for (CaseEvidence one : cases) {
      for (Breaches.Breach breach : breaches.of(exercise, one)) {
        lines.add(new Line(one.receiptNo(), false, breach.text(), breach.clause()));
      }
      for (String entry : one.reading().unknown()) {
        lines.add(new Line(one.receiptNo(), true, "告知书的这一项由培训人员评判，不计分：“" + entry + "”", "系统默认规则"));
      }
    }
    long wrong = lines.stream().filter(one -> !one.good()).count();
    int of = settings.points().lawful();
    boolean nothing = cases.isEmpty();
    int points = nothing ? 0 : (int) Math.max(0, of - wrong * settings.deduction());
    return new Goal("依法办理", "每违反一项扣 " + settings.deduction() + " 分，扣完为止", points, of, lines);
  }

  /** Nothing to judge earns nothing: who does no work keeps no promise. */
  private static Goal share(String name, String rule, int of, List<Line> lines) {
    long good = lines.stream().filter(Line::good).count();
    int points = lines.isEmpty() ? 0 : (int) Math.round((double) of * good / lines.size());
    return new Goal(name, rule, points, of, lines);
  }
}
