package io.onewindow.demo;

import io.onewindow.department.Jurisdiction;
import io.onewindow.desk.ResidentIdNumber;
import io.onewindow.desk.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in the forms of one case: {@code {person}}, {@code {personId}}, {@code {other}}, {@code
 * {otherId}}, {@code {phone}}, {@code {company}}, {@code {companyCode}}, {@code {contractor}},
 * {@code {contractorCode}}, {@code {address}}, {@code {street}}, {@code {estate}}, {@code {place}}
 * and {@code {division}} stay the same for the whole case; {@code {today}}, {@code {today+30}},
 * {@code {digits:5}}, {@code {number:10:99}} and {@code {one:a|b}} do not, and {@code
 * {shown:capacity}} is what a task's form shows there. Nobody is meant by it.
 */
public final class Invention {

  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)([:+-][^}]*)?}");
  private static final LocalDate ELDEST = LocalDate.of(1962, 1, 1);
  private static final int BIRTHDAYS = 15_000;

  private final Draw draw;
  private final long number;
  private final Map<String, String> facts = new HashMap<>();

  Invention(Draw draw, Names names, long number, Jurisdiction place) {
    this.draw = draw;
    this.number = number;
    Names.Place there = names.places().get(place.id());
    String street = draw.oneOf(there.streets(), number, "street");
    facts.put("place", place.name());
    facts.put("division", place.divisionCode());
    facts.put("street", street);
    facts.put("address", there.prefix() + street + draw.between(1, 998, number, "house") + "号");
    facts.put("estate", draw.oneOf(names.estates(), number, "estate"));
    person(names, "person", place.divisionCode());
    person(names, "other", place.divisionCode());
    company(names, "company", there.title(), place.divisionCode());
    company(names, "contractor", "山东", "370000");
    facts.put("phone", "1" + draw.between(3_000_000_000L, 9_999_999_999L, number, "phone"));
  }

  private void person(Names names, String key, String division) {
    facts.put(
        key,
        draw.oneOf(names.surnames(), number, key, "surname")
            + draw.oneOf(names.givenNames(), number, key, "name"));
    LocalDate birth = ELDEST.plusDays(draw.between(0, BIRTHDAYS, number, key, "birth"));
    facts.put(
        key + "Id",
        ResidentIdNumber.complete(
            division
                + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + draw.between(100, 998, number, key, "serial")));
  }

  private void company(Names names, String key, String title, String division) {
    facts.put(
        key,
        title
            + draw.oneOf(names.brands(), number, key, "brand")
            + draw.oneOf(names.brands(), number, key, "second brand")
            + draw.oneOf(names.trades(), number, key, "trade")
            + "有限公司");
    facts.put(
        key + "Code",
        UnifiedSocialCreditCode.complete(
            "91" + division + "MA" + draw.between(1_000_000L, 9_999_999L, number, key, "serial")));
  }

  /** A start form with its holes filled; what is null is left out. */
  public Map<String, Object> filled(Map<String, Object> form, LocalDate today, String purpose) {
    return filled(form, today, purpose, Map::of);
  }

  /**
   * A task's form with its holes filled.
   *
   * @param shown what the form shows; asked only where a hole wants it
   */
  public Map<String, Object> filled(
      Map<String, Object> form,
      LocalDate today,
      String purpose,
      Supplier<Map<String, Object>> shown) {
    Map<String, Object> filled = new LinkedHashMap<>();
    form.forEach(
        (field, value) -> {
          if (value != null) {
            filled.put(
                field,
                value instanceof String text ? filled(text, today, purpose + field, shown) : value);
          }
        });
    return filled;
  }

  private String filled(
      String text, LocalDate today, String purpose, Supplier<Map<String, Object>> shown) {
    Matcher hole = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (hole.find()) {
      String argument = hole.group(2) == null ? "" : hole.group(2);
      String value =
          hole.group(1).equals("shown")
              ? String.valueOf(shown.get().get(argument.substring(1)))
              : value(hole.group(1), argument, today, purpose + hole.start());
      hole.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return hole.appendTail(filled).toString();
  }

  private String value(String name, String argument, LocalDate today, String purpose) {
    String rest = argument.startsWith(":") ? argument.substring(1) : argument;
    return switch (name) {
      case "today" -> today.plusDays(rest.isEmpty() ? 0 : Long.parseLong(rest)).toString();
      case "digits" -> digits(Integer.parseInt(rest), purpose);
      case "number" -> number(rest.split(":"), purpose);
      case "one" -> draw.oneOf(List.of(rest.split("\\|")), number, purpose);
      default -> fact(name);
    };
  }

  private String fact(String name) {
    if (!facts.containsKey(name)) {
      throw new IllegalArgumentException("no {" + name + "}, there are: " + facts.keySet());
    }
    return facts.get(name);
  }

  private String number(String[] limits, String purpose) {
    return Long.toString(
        draw.between(Long.parseLong(limits[0]), Long.parseLong(limits[1]), number, purpose));
  }

  private String digits(int count, String purpose) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(draw.between(i == 0 ? 1 : 0, 9, number, purpose, i));
    }
    return digits.toString();
  }
}
