package io.onewindow.simulation.result;

import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.StaffSearch;
import io.onewindow.simulation.kernel.PoolPlan;
import io.onewindow.simulation.kernel.Sketch;
import io.onewindow.simulation.model.Flow;
import io.onewindow.simulation.model.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/** The results as one page in Chinese that needs nothing else; prints well. */
public final class HtmlReport {

  private static final String STYLE =
      """
      body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:1100px;\
      margin:2em auto;padding:0 1em;color:#222}
      table{border-collapse:collapse;width:100%;margin:1em 0}
      th,td{border:1px solid #bbb;padding:.3em .6em;text-align:right}
      th:first-child,td:first-child{text-align:left}thead{background:#eef2f6}
      .note{background:#fff6dd;border-left:4px solid #d9a400;padding:.5em 1em}
      .yes{font-weight:bold}.small{color:#555;font-size:13px}svg{width:100%;height:auto}
      @media print{body{margin:0}}
      """;

  private final StringBuilder html = new StringBuilder();
  private final Laboratory.Outcome outcome;
  private final Findings before;
  private final Findings after;
  private final Map<String, Estimate> differences;

  private HtmlReport(Laboratory.Outcome outcome) {
    this.outcome = outcome;
    this.before = outcome.before();
    this.after = outcome.after();
    this.differences = after == null ? Map.of() : before.differences(after);
  }

  public static byte[] write(Origin origin, Laboratory.Outcome outcome) {
    HtmlReport report = new HtmlReport(outcome);
    report.head(origin);
    report.sentences();
    report.cases();
    report.promises();
    report.distribution();
    report.tasks();
    report.pools();
    report.joins();
    report.staff();
    report.foot(origin);
    return report.html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head(Origin origin) {
    String title = escape(origin.modelName()) + " 仿真报告";
    html.append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
        .append(title)
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(title)
        .append("</h1>");
    if (!origin.assumed().isEmpty()) {
      html.append("<p class=\"note\">本报告含有假设：下列 ")
          .append(origin.assumed().size())
          .append(" 项没有取自实际数据，见文末。</p>");
    }
    if (!before.brokenInvariants().isEmpty()) {
      html.append("<p class=\"note\">自检未通过：")
          .append(escape(String.join("、", before.brokenInvariants())))
          .append("，结果不可用。</p>");
    }
  }

  private void sentences() {
    List<String> all = new ArrayList<>(Sentences.alone(before));
    if (after != null) {
      all.addAll(Sentences.compared(before, after, differences, outcome.whatIf().told()));
    }
    html.append("<h2>结论</h2><ul>");
    all.forEach(one -> html.append("<li>").append(escape(one)).append("</li>"));
    html.append("</ul>");
  }

  private void cases() {
    table("办件", "指标");
    length("从收件到结束，平均", "case.cycleTime.mean");
    length("中位数", "case.cycleTime.p50");
    length("90% 的办件不超过", "case.cycleTime.p90");
    length("95% 的办件不超过", "case.cycleTime.p95");
    length("从收件到出件，平均", "case.resultTime.mean");
    length("办公时间内合计，平均", "case.workingTime.mean");
    share("退回补正的办件", "case.returnedShare");
    number("每天办结", "case.throughputPerDay");
    number("同时在办，平均", "case.inFlight.mean");
    number("结束时未办完", "case.open");
    for (String name : before.names()) {
      if (name.startsWith("case.spent.")) {
        length("平均时间去向：" + Words.spent(name.substring(11)), name);
      }
    }
    html.append("</tbody></table>");
  }

  private void promises() {
    if (before.promiseTimes().isEmpty()) {
      return;
    }
    table("承诺与时限", "步骤");
    for (String step : before.promiseTimes().keySet()) {
      String id = before.promises().get(step);
      String label = step + (id == null ? "" : "（" + id + "）");
      share(label + " 兑现率", "promise." + step + ".keptShare");
      length(label + " 平均用时（扣除停表）", "promise." + step + ".promiseTime.mean");
      number(label + " 黄灯（次/周）", "promise." + step + ".amberPerWeek");
      number(label + " 红灯（次/周）", "promise." + step + ".redPerWeek");
    }
    html.append("</tbody></table>");
  }

  private void distribution() {
    Map<String, Sketch> times = before.promiseTimes();
    times.keySet().stream()
        .filter(step -> step.endsWith("case"))
        .findFirst()
        .ifPresentOrElse(
            step ->
                html.append("<h2>办件用时的分布（承诺时钟，扣除停表）</h2>")
                    .append(
                        DistributionChart.draw(
                            times.get(step),
                            after == null ? null : after.promiseTimes().get(step))),
            () ->
                html.append("<h2>办件用时的分布</h2>")
                    .append(
                        DistributionChart.draw(
                            before.cycle(), after == null ? null : after.cycle())));
  }

  private void tasks() {
    table("各环节", "环节");
    for (Node node : before.setup().program().nodes()) {
      if (before.names().contains("task." + node.id() + ".count")) {
        length(node.name() + " 等待", "task." + node.id() + ".wait.mean");
        length(node.name() + " 等待 90%", "task." + node.id() + ".wait.p90");
        length(node.name() + " 办理", "task." + node.id() + ".service");
      }
    }
    html.append("</tbody></table>");
  }

  private void pools() {
    table("各部门", "部门");
    for (PoolPlan pool : before.setup().pools()) {
      share(pool.name() + " 忙碌程度", "pool." + pool.id() + ".utilisation");
      number(pool.name() + " 平均排队", "pool." + pool.id() + ".queue.mean");
      number(pool.name() + " 最长排队", "pool." + pool.id() + ".queue.max");
      length(pool.name() + " 加班合计", "pool." + pool.id() + ".overtime");
    }
    html.append("</tbody></table>");
  }

  private void joins() {
    List<Flow> flows =
        before.setup().program().nodes().stream()
            .flatMap(node -> node.outgoing().stream())
            .filter(f -> before.names().contains("join." + f.target().id() + "." + f.id()))
            .toList();
    if (flows.isEmpty()) {
      return;
    }
    table("并联汇合：谁最后办完", "环节");
    for (Flow flow : flows) {
      share(flow.source().name(), "join." + flow.target().id() + "." + flow.id());
    }
    html.append("</tbody></table>");
  }

  private void staff() {
    StaffSearch.Answer answer = outcome.staff();
    if (answer == null) {
      return;
    }
    html.append("<h2>需要多少人</h2><p>目标兑现率 ")
        .append(Words.percent(answer.target()))
        .append(answer.isReached() ? "，能够达到：" : "，在所给范围内不能达到：")
        .append("</p><table><thead><tr><th>增加人员</th><th>兑现率</th></tr></thead><tbody>");
    for (StaffSearch.Attempt one : answer.attempts()) {
      String added = one.added().isEmpty() ? "不增加" : one.added().toString();
      html.append("<tr><td>")
          .append(escape(added))
          .append("</td><td>")
          .append(interval(one.keptShare(), Words::percent))
          .append("</td></tr>");
    }
    html.append("</tbody></table>");
  }

  private void foot(Origin origin) {
    if (!origin.assumed().isEmpty()) {
      html.append("<h2>假设</h2><p class=\"small\">")
          .append(escape(String.join("、", origin.assumed())))
          .append("</p>");
    }
    html.append("<p class=\"small\">区间为 ")
        .append(before.replications())
        .append(" 次重复的 95% 置信区间（Student t）；两个情景用同样的随机数成对比较。种子 ")
        .append(origin.seed())
        .append("；模型 ")
        .append(escape(origin.modelId()))
        .append(" SHA-256 ")
        .append(origin.modelHash())
        .append("；情景 SHA-256 ")
        .append(origin.scenarioHash())
        .append("；OneWindow ")
        .append(escape(origin.version()))
        .append("。</p></body></html>\n");
  }

  private void table(String title, String what) {
    html.append("<h2>")
        .append(title)
        .append("</h2><table><thead><tr><th>")
        .append(what)
        .append("</th><th>基线（95% 区间）</th>");
    if (after != null) {
      html.append("<th>改动后（95% 区间）</th><th>差异（95% 区间）</th>");
    }
    html.append("</tr></thead><tbody>");
  }

  private void length(String label, String figure) {
    row(label, figure, Words::length);
  }

  private void share(String label, String figure) {
    row(label, figure, Words::percent);
  }

  private void number(String label, String figure) {
    row(label, figure, Words::number);
  }

  private void row(String label, String figure, DoubleFunction<String> words) {
    html.append("<tr><td>")
        .append(escape(label))
        .append("</td><td>")
        .append(interval(before.estimate(figure), words))
        .append("</td>");
    if (after != null) {
      Estimate difference = differences.get(figure);
      boolean tells = difference != null && difference.isSignificant();
      html.append("<td>")
          .append(interval(after.estimate(figure), words))
          .append("</td><td class=\"")
          .append(tells ? "yes" : "no")
          .append("\">")
          .append(difference == null ? "—" : tells ? interval(difference, words) : "无显著差异")
          .append("</td>");
    }
    html.append("</tr>");
  }

  private static String interval(Estimate one, DoubleFunction<String> words) {
    String mean = words.apply(one.mean());
    return Double.isNaN(one.low())
        ? mean
        : mean
            + " <span class=\"small\">["
            + words.apply(one.low())
            + "，"
            + words.apply(one.high())
            + "]</span>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
