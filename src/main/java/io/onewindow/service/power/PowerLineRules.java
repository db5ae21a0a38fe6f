package io.onewindow.service.power;

import io.onewindow.casefile.TableAnswers;
import io.onewindow.problem.Problem;
import io.onewindow.service.FormValues;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What must be known of an outer line before the table can say how it is permitted. */
@Component
class PowerLineRules {

  private final TableAnswers tables;
  private final Clock time;

  PowerLineRules(TableAnswers tables, Clock time) {
    this.tables = tables;
    this.time = time;
  }

  /** What an application of its own must satisfy beyond the form's rules. */
  List<Problem.Field> application(VariableScope application, String jurisdiction) {
    FormValues form = new FormValues(application);
    form.applicantId();
    boolean low = form.is("lineVoltage", "low");
    if (!low && form.is("threeZero", "yes")) {
      form.refuse(
          "threeZero", "是否实行“三零”服务的企业", "应选否：“三零”服务是低压接入工程的（" + threeZero(jurisdiction) + "）");
    }
    line(form, jurisdiction, low);
    return form.refused();
  }

  private String threeZero(String jurisdiction) {
    Object clause = terms(jurisdiction).get("unitClause");
    return clause == null ? "聊政办字〔2022〕13号 二(三)35" : clause.toString();
  }

  /** The line of a connection carries what was applied for, so that no threshold is undercut. */
  void lineOfConnection(FormValues form, String jurisdiction, boolean low) {
    line(form, jurisdiction, low);
    Optional<BigDecimal> applied = number(form, "capacity");
    Optional<BigDecimal> line = number(form, "lineCapacity");
    boolean comparable = form.is("lineCapacityUnit", form.text("capacityUnit"));
    if (comparable
        && line.isPresent()
        && !line.map(BigDecimal::stripTrailingZeros)
            .equals(applied.map(BigDecimal::stripTrailingZeros))) {
      form.refuse(
          "lineCapacity",
          "报装容量",
          "应与申请容量"
              + form.text("capacity")
              + Unit.name(form.text("capacityUnit"))
              + "一致：免审批按报装容量判定"
              + clause(jurisdiction));
    }
  }

  private String clause(String jurisdiction) {
    Object clause = terms(jurisdiction).get("unitClause");
    return clause == null ? "" : "（" + clause + "）";
  }

  private static Optional<BigDecimal> number(FormValues form, String key) {
    String text = form.text(key);
    return text.matches("\\d{1,9}(\\.\\d{1,6})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** What the description of a line must satisfy, wherever it is written down. */
  void line(FormValues form, String jurisdiction, boolean low) {
    Map<String, Object> terms = terms(jurisdiction);
    String rule =
        "外线的办理方式按管线长度、报装容量和涉及的道路绿地判定（" + terms.get(low ? "lowClause" : "highClause") + "）";
    Optional<BigDecimal> length = form.positive("lineLength", "管线长度（米）", rule);
    form.positive("lineCapacity", "报装容量", rule);
    if (low && terms.get("unit") != null && !form.is("lineCapacityUnit", "kW")) {
      form.refuse("lineCapacityUnit", "报装容量单位", "应为千瓦，与千伏安不能换算（" + terms.get("unitClause") + "）");
    }
    Crossings.check(form, rule);
    if (form.is("shortDistance", "yes")) {
      shortDistance(form, low, length, terms);
    }
    start(form, terms);
  }

  /** When the works may begin, which another service may settle for several lines together. */
  void start(FormValues form, String jurisdiction) {
    start(form, terms(jurisdiction));
  }

  /** A line that is claimed to be short must not be longer than its plan allows. */
  private static void shortDistance(
      FormValues form, boolean low, Optional<BigDecimal> length, Map<String, Object> terms) {
    Integer metres = (Integer) terms.get("shortMetres");
    if (low) {
      form.refuse(
          "shortDistance", "高压工程是否符合短距离", "低压工程应选不符合：短距离是高压接入工程的（" + terms.get("highClause") + "）");
    } else if (metres != null
        && length.isPresent()
        && length.get().compareTo(BigDecimal.valueOf(metres)) > 0) {
      form.refuse(
          "shortDistance",
          "高压工程是否符合短距离",
          "应选不符合：管线长度"
              + length.get()
              + "米，短距离不大于"
              + metres
              + "米（"
              + terms.get("shortClause")
              + "）");
    }
  }

  private void start(FormValues form, Map<String, Object> terms) {
    Integer daysBefore = (Integer) terms.get("daysBefore");
    String clause = (String) terms.get("daysClause");
    LocalDate today = LocalDate.now(time);
    Optional<LocalDate> start = form.day("plannedStart", "计划开工日期");
    if (form.is("filingChoice", "early") && daysBefore == null) {
      form.refuse("filingChoice", "备案方式", "本辖区方案没有提前备案，应选告知承诺（" + terms.get("lowClause") + "）");
    } else if (start.isPresent() && form.is("filingChoice", "early")) {
      LocalDate earliest = today.plusDays(daysBefore);
      if (start.get().isBefore(earliest)) {
        form.refuse(
            "plannedStart",
            "计划开工日期",
            "应提前" + daysBefore + "天备案，不早于" + earliest + "（" + clause + "）");
      }
    } else if (start.isPresent() && start.get().isBefore(today)) {
      form.refuse(
          "plannedStart",
          "计划开工日期",
          "不能早于今天（" + today + "）：免审批、备案或者获准后才能开工（" + terms.get("lowClause") + "）");
    }
  }

  private Map<String, Object> terms(String jurisdiction) {
    return tables.single("power-line-terms", Map.of("jurisdiction", jurisdiction)).orElseThrow();
  }
}
