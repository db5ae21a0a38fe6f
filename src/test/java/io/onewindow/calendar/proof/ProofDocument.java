package io.onewindow.calendar.proof;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes up a comparison in Chinese, the same for the same comparison. */
final class ProofDocument {

  private final Comparison comparison;

  ProofDocument(Comparison comparison) {
    this.comparison = comparison;
  }

  String text() {
    return String.join("\n", opening(), units(), years(), terms(), closing());
  }

  private String opening() {
    long days = Comparison.END.toEpochDay() - Comparison.FIRST.toEpochDay();
    int times = Comparison.TIMES.size();
    return fill(
        """
        # 期限计算的证明

        <!-- 本文由 ExhaustiveDeadlineTest 生成，请勿手改。 -->

        承诺台账（`ledger.csv`）和法定时限（`statutes.csv`，含延长后的时限）中的**每一个期限**，从 %s 至 %s 的**每一天**、
        每天 %d 个时刻收件，逐一计算到期时刻，与一个独立的笨办法逐一比对：

        | 期限（条） | 收件日（天） | 收件时刻（个/天） | 比对（例） | 差异（例） |
        |---:|---:|---:|---:|---:|
        | %d | %,d | %d | %,d | %d |

        收件时刻（Asia/Shanghai）：%s，即零点、开门前一毫秒、开门时、上午、午休开始、午休中、下午、关门前一毫秒、关门时、关门后。
        """,
        Comparison.FIRST,
        Comparison.END.minusDays(1),
        times,
        comparison.terms().size(),
        days,
        times,
        comparison.total().cases(),
        comparison.total().different(),
        Comparison.TIMES.stream().map(LocalTime::toString).collect(Collectors.joining("、")));
  }

  private String units() {
    StringBuilder rows = new StringBuilder();
    comparison
        .byUnit()
        .forEach(
            (unit, tally) ->
                rows.append(
                    fill(
                        "| %s `%s` | %d | %s |\n",
                        unit.chinese(), unit, count(unit), tally.cells())));
    return """
        ## 按单位

        | 单位 | 期限（条） | 比对（例） | 其中暂定 | 其中超出日历 | 差异 |
        |---|---:|---:|---:|---:|---:|
        """
        + rows
        + """

        - **暂定**：从收件到届满经过了尚未公布放假安排的年份（2027 年起），按法定节日估算，公布后重算；比对的双方都应标明“暂定”。
        - **超出日历**：倒算的期限落在日历第一天（2021-01-01）之前，程序应拒绝回答而不是猜测；双方都应拒绝。
        """;
  }

  private String years() {
    StringBuilder rows = new StringBuilder();
    comparison
        .byYear()
        .forEach(
            (year, tally) ->
                rows.append(
                    fill(
                        "| %d | %d | %d | %s |\n",
                        year,
                        Year.of(year).length(),
                        comparison.workdays().get(year),
                        tally.cells())));
    return """
        ## 按收件年份

        | 年份 | 天数 | 其中工作日 | 比对（例） | 其中暂定 | 其中超出日历 | 差异 |
        |---|---:|---:|---:|---:|---:|---:|
        """
        + rows;
  }

  private String terms() {
    Map<Term, List<String>> ids = new TreeMap<>(ProofDocument::inOrder);
    for (PublishedTerm term : comparison.terms()) {
      ids.computeIfAbsent(
              new Term(term.value(), LimitUnit.valueOf(term.unit())), any -> new ArrayList<>())
          .add(term.id());
    }
    StringBuilder rows = new StringBuilder();
    ids.forEach(
        (term, names) ->
            rows.append(fill("| %s | %s |\n", term.chinese(), String.join("、", names))));
    return """
        ## 比对了哪些期限

        | 期限 | 出处编号 |
        |---|---|
        """
        + rows;
  }

  /** Numbers as everybody writes them, whatever the machine's language. */
  private static String fill(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String closing() {
    return """
        ## 方法

        - **被证明的**：`io.onewindow.calendar.WorkCalendar#deadline`。它事先把所有工作日和办公时段排成一条线，再查表、二分查找，远近同价。
          比对三项：到期时刻（精确到毫秒）、起算时刻、是否暂定。
        - **笨办法**：`Oracle` 和 `NaiveCalendar`，只在测试中存在。它不查表：工作日、自然日、月、固定日期一天一天往后走（倒算的一天一天往前走），
          小时和分钟、“下一次开门”一分钟一分钟往后走；月末、休息日顺延、东八区都自己另算一遍，与被证明的代码没有一行相同。
        - **双方唯一共用的**是国务院通知的放假数据 `cn-workdays.csv`（各自解析）。数据本身由上表的每年工作日数和
          `PublicHolidaysTest` 另行核对；2027 年起的法定节日双方各写一份。
        - **规则**是 `WorkCalendar` 说明中写明的默认规则：办公时间外收件自下一次开门起算；按日、按月的，受理当日不计入；
          最后一日至关门时届满，遇休息日顺延；办公时间 09:00–12:00、13:30–17:30。本文证明程序照规则计算，不证明规则本身无可争议。
          例如 `LC21-120` 的“24小时”原文指昼夜连续的自然小时，这里只按办公时间比对；该承诺只登记在台账，部署检查不准据以计时。

        ## 另有哪些测试

        - 随机性质（每项至少十万例，种子固定）：`RandomDeadlinesTest` 单调、不落在休息日、重算不变；`RandomWorkingDaysTest`、
          `RandomOfficeTimeTest` 可加、可逆；`RandomPausesTest` 停表若干个工作日等于顺延若干个工作日，当日恢复、跨节假日恢复精确到分钟。
        - `GoldenTimersTest`：人工核对过的到期日，作为流程引擎中真实的定时器，到时触发，早一秒不触发。
        - `ZoneDigestTest`：机器时区设为 UTC、Asia/Shanghai、America/New_York，结果逐字节相同。

        ## 重新生成

        台账、法定时限或放假数据有变时，本文与计算结果不符，测试失败。确认无差异后用一条命令重新生成：

        ```
        mvn test -Dtest=ExhaustiveDeadlineTest -Donewindow.regenerate=true
        ```
        """;
  }

  private long count(LimitUnit unit) {
    return comparison.terms().stream().filter(term -> term.unit().equals(unit.name())).count();
  }

  private static int inOrder(Term one, Term other) {
    int byUnit = one.unit().compareTo(other.unit());
    return byUnit != 0 ? byUnit : Integer.compare(one.value(), other.value());
  }
}
