package io.onewindow.supervision.figures;

import io.onewindow.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a question as they were sent: a missing or blank one is not given. */
record Query(Map<String, String> given) {

  /** The same question without that parameter. */
  Query without(String name) {
    Map<String, String> rest = new HashMap<>(given);
    rest.remove(name);
    return new Query(rest);
  }

  /** Null when it is not given. */
  String text(String name) {
    String value = given.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The value given, or that instead. */
  String text(String name, String instead) {
    String value = text(name);
    return value == null ? instead : value;
  }

  /**
   * Null when it is not given.
   *
   * @throws Problem 400 for anything but a date
   */
  LocalDate date(String name) {
    String value = text(name);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException malformed) {
      throw Problem.badRequest(
          "period-malformed", "参数 " + name + " 应为日期，如 2026-11-21；收到的是“" + value + "”。");
    }
  }

  /**
   * @throws Problem 400 for anything but a whole number from {@code least} to {@code most}
   */
  int number(String name, int instead, int least, int most) {
    String value = text(name);
    if (value == null) {
      return instead;
    }
    int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw Problem.badRequest(
          "page-refused",
          "参数 " + name + " 应为 " + least + " 至 " + most + " 的整数；收到的是“" + value + "”。");
    }
    return number;
  }

  /**
   * Null when it is not given.
   *
   * @throws Problem 400 for anything but {@code true} and {@code false}
   */
  Boolean truth(String name) {
    String value = text(name);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw Problem.badRequest(
          "parameter-malformed", "参数 " + name + " 应为 true 或 false；收到的是“" + value + "”。");
    }
    return value == null ? null : Boolean.valueOf(value);
  }
}
