package io.onewindow.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks on the server what a form asks of its fields, because the engine itself does not: a
 * request that comes past the screens is held to the same rules.
 */
final class FormRules {

  /** What a text variable of the engine can hold. */
  private static final int LONGEST_TEXT = 4000;

  private static final Set<String> TEXTS =
      Set.of("textfield", "textarea", "select", "radio", "datetime");

  private final Function<String, Object> values;
  private final List<Problem.Field> refused = new ArrayList<>();

  private FormRules(Function<String, Object> values) {
    this.values = values;
  }

  /**
   * @param form the form's JSON
   * @param values gives a field's value by its key, null when it has none
   * @return every field that breaks a rule of its own, empty when the form is in order
   */
  static List<Problem.Field> violations(JsonNode form, Function<String, Object> values) {
    var rules = new FormRules(values);
    rules.check(form.path("components"));
    return rules.refused;
  }

  private void check(JsonNode components) {
    for (JsonNode component : components) {
      if (Condition.hides(component.at("/conditional/hide").asText(null), values)) {
        hidden(component);
      } else if (component.has("components")) {
        check(component.path("components"));
      } else if (component.has("key") && !component.path("disabled").asBoolean()) {
        field(component);
      }
    }
  }

  /** What is hidden is not asked for; what comes all the same must be possible to keep. */
  private void hidden(JsonNode component) {
    component.path("components").forEach(this::hidden);
    Object value = component.has("key") ? values.apply(component.path("key").asText()) : null;
    if (value instanceof String text) {
      if (text.length() > LONGEST_TEXT) {
        refuse(component, "不能超过 " + LONGEST_TEXT + " 个字符");
      } else if (text.codePoints().anyMatch(FormRules::isUnusable)) {
        refuse(component, "含有不可用的控制字符");
      }
    } else if (value != null && TEXTS.contains(component.path("type").asText())) {
      refuse(component, "应为文本");
    }
  }

  private void field(JsonNode field) {
    Object value = values.apply(field.path("key").asText());
    String text = value == null ? "" : value.toString();
    JsonNode validate = field.path("validate");
    if (text.isBlank()) {
      if (validate.path("required").asBoolean()) {
        refuse(field, "为必填项");
      }
      return;
    }
    if (text.length() > validate.path("maxLength").asInt(LONGEST_TEXT)) {
      refuse(field, "不能超过 " + validate.path("maxLength").asInt(LONGEST_TEXT) + " 个字符");
    } else if (TEXTS.contains(field.path("type").asText()) && !(value instanceof String)) {
      refuse(field, "应为文本");
    } else if (text.codePoints().anyMatch(FormRules::isUnusable)) {
      refuse(field, "含有不可用的控制字符");
    } else if (text.length() < validate.path("minLength").asInt(0)) {
      refuse(field, "至少应有 " + validate.path("minLength").asInt() + " 个字符");
    } else if (validate.has("pattern") && !text.matches(validate.path("pattern").asText())) {
      refuse(field, "格式不正确" + hint(field));
    } else {
      kind(field, value, text);
    }
  }

  /** Control characters, and halves of a character that no encoding can carry. */
  private static boolean isUnusable(int character) {
    return Character.getType(character) == Character.SURROGATE
        || (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0);
  }

  private void kind(JsonNode field, Object value, String text) {
    switch (field.path("type").asText()) {
      case "select", "radio" -> option(field, text);
      case "checkbox" -> {
        if (!(value instanceof Boolean)) {
          refuse(field, "应为是或否");
        }
      }
      case "number" -> number(field, text);
      default -> {
        // free text has no further rule
      }
    }
  }

  private void option(JsonNode field, String text) {
    for (JsonNode option : field.path("values")) {
      if (option.path("value").asText().equals(text)) {
        return;
      }
    }
    refuse(field, "不是可选项之一");
  }

  private void number(JsonNode field, String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      JsonNode validate = field.path("validate");
      if (validate.has("min") && number.compareTo(validate.path("min").decimalValue()) < 0) {
        refuse(field, "不能小于 " + validate.path("min").asText());
      } else if (validate.has("max") && number.compareTo(validate.path("max").decimalValue()) > 0) {
        refuse(field, "不能大于 " + validate.path("max").asText());
      }
    } catch (NumberFormatException notANumber) {
      refuse(field, "应为数字");
    }
  }

  private static String hint(JsonNode field) {
    String description = field.path("description").asText("");
    return description.isEmpty() ? "" : "（" + description + "）";
  }

  private void refuse(JsonNode field, String reason) {
    String label = field.path("label").asText(field.path("dateLabel").asText());
    refused.add(new Problem.Field(field.path("key").asText(), label, reason));
  }
}
