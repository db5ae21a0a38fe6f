package io.onewindow.desk;

/**
 * 统一社会信用代码 (GB 32100-2015): eighteen characters without I, O, S, V, Z, the last one a check
 * character. Lower case and full-width characters are refused.
 */
public final class UnifiedSocialCreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int LENGTH = 18;

  private UnifiedSocialCreditCode() {}

  /** Whether characters and check character are right; null is not. */
  public static boolean isValid(String code) {
    if (code == null || code.length() != LENGTH) {
      return false;
    }
    boolean known = code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return known && code.charAt(LENGTH - 1) == checkCharacter(code.substring(0, LENGTH - 1));
  }

  /**
   * @param body the first seventeen characters
   * @return {@code body} with its check character
   */
  public static String complete(String body) {
    return body + checkCharacter(body);
  }

  private static char checkCharacter(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
    }
    int modulus = ALPHABET.length();
    return ALPHABET.charAt((modulus - sum % modulus) % modulus);
  }
}
