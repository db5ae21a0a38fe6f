package io.onewindow.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * 居民身份证号码 (GB 11643-1999): seventeen digits with a date of birth and a check character, upper case
 * X included. Old cards of fifteen digits are refused; they ceased to be valid in 2013.
 */
public final class ResidentIdNumber {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";
  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final int EARLIEST_YEAR = 1900;

  private ResidentIdNumber() {}

  /** Whether shape, date of birth and check character are right; null is not. */
  public static boolean isValid(String number) {
    if (number == null || !number.matches("[1-9][0-9]{16}[0-9X]")) {
      return false;
    }
    return number.charAt(17) == checkCharacter(number) && isBirthDate(number.substring(6, 14));
  }

  /**
   * @param body the first seventeen digits
   * @return {@code body} with its check character
   */
  public static String complete(String body) {
    return body + checkCharacter(body);
  }

  private static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % CHECK.length());
  }

  private static boolean isBirthDate(String digits) {
    try {
      return LocalDate.parse(digits, BIRTH).getYear() >= EARLIEST_YEAR;
    } catch (DateTimeException noDate) {
      return false;
    }
  }
}
