package io.onewindow.desk;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A document by which a person is told: no application may ask for the eighteen-digit number of
 * residents only, for compatriots from Hong Kong, Macao and Taiwan, Chinese settled abroad (出境入境管理法
 * 第十四条) and foreigners have others. The shapes of the documents other than those of GB 11643 are
 * the system's own default.
 */
public enum IdDocument {
  /** Also 港澳台居民居住证 and 外国人永久居留身份证 of 2023, whose numbers follow GB 11643 as well. */
  RESIDENT("resident", "居民身份证", "18位居民身份证、港澳台居民居住证或外国人永久居留身份证号码，末位X须大写", ResidentIdNumber::isValid),
  HONG_KONG_MACAO(
      "hong-kong-macao",
      "港澳居民来往内地通行证",
      "H或M加8位数字，例如 H12345678",
      number -> number.matches("[HM]\\d{8}")),
  TAIWAN("taiwan", "台湾居民来往大陆通行证", "8位数字，例如 12345678", number -> number.matches("\\d{8}")),
  PASSPORT(
      "passport", "护照", "5至17位大写字母和数字，例如 E12345678", number -> number.matches("[0-9A-Z]{5,17}")),
  FOREIGN_RESIDENT(
      "foreign-resident",
      "外国人永久居留身份证（2023年以前）",
      "3位大写字母加12位数字，例如 USA123456789012",
      number -> number.matches("[A-Z]{3}\\d{12}"));

  private final String id;
  private final String label;
  private final String shape;
  private final Predicate<String> rule;

  IdDocument(String id, String label, String shape, Predicate<String> rule) {
    this.id = id;
    this.label = label;
    this.shape = shape;
    this.rule = rule;
  }

  /**
   * @param id value of the form's field; blank or null where the form does not ask, which means
   *     {@link #RESIDENT}
   * @return empty for no document known here
   */
  public static Optional<IdDocument> of(String id) {
    return id == null || id.isBlank()
        ? Optional.of(RESIDENT)
        : Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
  }

  /** Value of the form's field. */
  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  /** What a number of that document looks like, in Chinese. */
  public String shape() {
    return shape;
  }

  /** Whether the number has the document's shape and, where it has one, its check character. */
  public boolean isValid(String number) {
    return number != null && rule.test(number);
  }
}
