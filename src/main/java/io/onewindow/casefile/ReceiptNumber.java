package io.onewindow.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * 受理编号: six digits of the division, eight of the day of receipt, six of a running number and one
 * check digit (ISO 7064 MOD 11,10), so that a mistyped number is noticed. The format is our own.
 */
public final class ReceiptNumber {

  private static final int MODULUS = 10;

  private ReceiptNumber() {}

  static String of(String divisionCode, LocalDate day, long running) {
    String body =
        divisionCode
            + day.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%06d".formatted(running % 1_000_000);
    return body + checkDigit(body);
  }

  /** Whether the check digit fits; says nothing about whether the case exists. */
  public static boolean isWellFormed(String number) {
    return number != null
        && number.matches("\\d{21}")
        && number.charAt(20) == checkDigit(number.substring(0, 20));
  }

  private static char checkDigit(String body) {
    int product = MODULUS;
    for (char digit : body.toCharArray()) {
      int sum = (digit - '0' + product) % MODULUS;
      product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
    }
    return (char) ('0' + (MODULUS + 1 - product) % MODULUS);
  }
}
