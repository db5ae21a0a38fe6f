package io.onewindow.casefile.search;

import io.onewindow.casefile.paper.PaperKeys;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Numbers, telephones and addresses as keyed hashes: equal ones are found again, and nobody without
 * the secret learns what they were. What was written under an earlier secret is still found.
 */
@Component
public class KeyedHash {

  /** What is hashed; equal texts of two kinds have different hashes. */
  public enum Kind {
    CODE,
    PHONE,
    PLACE
  }

  private static final String PURPOSE = "onewindow case search v1 ";

  private final PaperKeys keys;

  KeyedHash(PaperKeys keys) {
    this.keys = keys;
  }

  /** 64 hexadecimal digits, however the text was typed; null for null or blank. */
  public String of(Kind kind, String text) {
    String plain = plain(text);
    return plain == null ? null : hex(keys.sign(PURPOSE + kind, plain));
  }

  /** Every hash under which that text may have been written. */
  public List<String> known(Kind kind, String text) {
    return keys.accepted(PURPOSE + kind, plain(text)).stream().map(KeyedHash::hex).toList();
  }

  /** Full-width and half-width, blanks and hyphens make no difference. */
  static String plain(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}-]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static String hex(byte[] mac) {
    return HexFormat.of().formatHex(mac);
  }
}
