package io.onewindow.service;

import io.onewindow.desk.IdDocument;
import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The values of a form, read strictly; what is wrong with them is gathered. */
public final class FormValues {

  private static final String ABOVE_ZERO = "应为大于0的数";

  private final VariableScope form;
  private final List<Problem.Field> refused = new ArrayList<>();

  public FormValues(VariableScope form) {
    this.form = form;
  }

  /** The text without blanks around it; empty when there is none. */
  public String text(String key) {
    Object value = form.getVariable(key);
    return value == null ? "" : value.toString().strip();
  }

  /** Whether the field holds exactly this. */
  public boolean is(String key, String value) {
    return value.equals(text(key));
  }

  /** A number above zero; anything else is refused. */
  public Optional<BigDecimal> positive(String key, String label) {
    return aboveZero(key, label, ABOVE_ZERO);
  }

  /** The same; the refusal says which rule asks for the number, and by which clause. */
  public Optional<BigDecimal> positive(String key, String label, String rule) {
    return aboveZero(key, label, ABOVE_ZERO + "：" + rule);
  }

  private Optional<BigDecimal> aboveZero(String key, String label, String reason) {
    String text = text(key);
    if (text.matches("\\d{1,9}(\\.\\d{1,6})?") && new BigDecimal(text).signum() > 0) {
      return Optional.of(new BigDecimal(text));
    }
    refuse(key, label, reason);
    return Optional.empty();
  }

  /** A day that is neither in the future nor before {@code earliest}; anything else is refused. */
  public void dayBetween(String key, String label, LocalDate earliest, LocalDate today) {
    day(key, label)
        .filter(day -> day.isBefore(earliest) || day.isAfter(today))
        .ifPresent(day -> refuse(key, label, "应在 " + earliest + " 至 " + today + " 之间，现为" + day));
  }

  /** A day, written like 2026-09-15; anything else is refused. */
  public Optional<LocalDate> day(String key, String label) {
    try {
      return Optional.of(LocalDate.parse(text(key)));
    } catch (DateTimeException noDay) {
      refuse(key, label, "应为日期，例如 2026-09-15");
      return Optional.empty();
    }
  }

  /** A unified social credit code whose check character is right; anything else is refused. */
  public void creditCode(String key, String label) {
    if (!UnifiedSocialCreditCode.isValid(text(key))) {
      refuse(key, label, "校验不通过，请核对18位代码和末位校验码（GB 32100-2015）");
    }
  }

  /**
   * A person's document number; anything else is refused. Which document it is stands in the field
   * {@code applicantIdType}; a form or a request without that field means the resident's card.
   */
  public void applicantId() {
    IdDocument.of(text("applicantIdType"))
        .ifPresentOrElse(this::applicantId, () -> refuse("applicantIdType", "证件类型", "不是可选项之一"));
  }

  private void applicantId(IdDocument document) {
    if (!document.isValid(text("applicantIdNo"))) {
      refuse("applicantIdNo", "证件号码", document.label() + "号码校验不通过，应为" + document.shape());
    }
  }

  /** The same where a code may be left out. */
  public void creditCodeIfAny(String key, String label) {
    if (!text(key).isEmpty()) {
      creditCode(key, label);
    }
  }

  /** Something must be written there. */
  public void present(String key, String label) {
    if (text(key).isEmpty()) {
      refuse(key, label, "为必填项");
    }
  }

  /** Notes that a field is wrong, and what would be right. */
  public void refuse(String key, String label, String reason) {
    refused.add(new Problem.Field(key, label, reason));
  }

  /** Everything that was found wrong so far. */
  public List<Problem.Field> refused() {
    return refused;
  }
}
