package io.onewindow.casefile.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The query code of a case, printed on its receipt: who has it may follow the case without signing
 * in. It is computed from the receipt number and the secret of {@link PaperKeys}, kept nowhere in
 * clear, and can be printed again. Forty bits: whoever lets it be tried must throttle.
 */
@Component
public class QueryCodes {

  private static final String PURPOSE = "onewindow query code v1";

  /** Thirty-two characters, five bits each; without 0, 1, I and O, which are taken for others. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 8;
  private static final int BITS = 5;
  private static final int LOWEST_FIVE = 0x1f;

  private final PaperKeys keys;

  QueryCodes(PaperKeys keys) {
    this.keys = keys;
  }

  /** Eight capital letters and digits. */
  public String of(String receiptNo) {
    return code(keys.sign(PURPOSE, receiptNo));
  }

  /**
   * Whether that is the code of the case, however it was typed: lower case, full-width, with blanks
   * or hyphens. Takes as long for a wrong code as for the right one.
   *
   * @param typed null is never right
   */
  public boolean matches(String receiptNo, String typed) {
    byte[] given = plain(typed).getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (byte[] mac : keys.accepted(PURPOSE, receiptNo)) {
      matches |= MessageDigest.isEqual(code(mac).getBytes(StandardCharsets.UTF_8), given);
    }
    return matches;
  }

  private static String plain(String typed) {
    if (typed == null || typed.length() > 2 * LENGTH) {
      return "";
    }
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static String code(byte[] mac) {
    long bits = 0;
    for (int i = 0; i < LENGTH * BITS / Byte.SIZE; i++) {
      bits = bits << Byte.SIZE | Byte.toUnsignedLong(mac[i]);
    }
    StringBuilder code = new StringBuilder();
    for (int i = LENGTH - 1; i >= 0; i--) {
      code.append(ALPHABET.charAt((int) (bits >>> i * BITS) & LOWEST_FIVE));
    }
    return code.toString();
  }
}
