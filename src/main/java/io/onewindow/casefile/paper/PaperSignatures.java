package io.onewindow.casefile.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Signs the code on a paper: 128 bits of an HMAC over number and content. Only this system need
 * verify it, so a short secret signature does, and the code stays large enough to scan off a fax.
 */
@Component
class PaperSignatures {

  private static final String PURPOSE = "onewindow paper signature v1";
  private static final String ISSUED = "onewindow paper issued v1";
  private static final int BYTES = 16;
  private static final int LONGEST = 64;

  private final PaperKeys keys;
  private final String address;

  PaperSignatures(PaperKeys keys, PaperSettings settings) {
    this.keys = keys;
    this.address = settings.publicAddress().replaceAll("/+$", "");
  }

  /** Where the code on the paper leads. */
  String address(String paperNo, String contentDigest) {
    return address + "/verify/" + paperNo + "?s=" + of(paperNo, contentDigest);
  }

  String of(String paperNo, String contentDigest) {
    return text(keys.sign(PURPOSE, signed(paperNo, contentDigest)));
  }

  /** Takes as long for a wrong signature as for the right one. */
  boolean matches(String paperNo, String contentDigest, String signature) {
    byte[] given =
        signature == null || signature.length() > LONGEST
            ? new byte[0]
            : signature.getBytes(StandardCharsets.UTF_8);
    boolean matches = false;
    for (byte[] mac : keys.accepted(PURPOSE, signed(paperNo, contentDigest))) {
      matches |= MessageDigest.isEqual(text(mac).getBytes(StandardCharsets.UTF_8), given);
    }
    return matches;
  }

  /** What is kept beside a paper's content until it is printed: only this system can issue it. */
  String seal(String paperNo, String contentDigest) {
    return HexFormat.of().formatHex(keys.sign(ISSUED, signed(paperNo, contentDigest)));
  }

  /** Whether this system issued a paper of that number and content. */
  boolean isSealed(String paperNo, String contentDigest, String seal) {
    return keys.accepted(ISSUED, signed(paperNo, contentDigest)).stream()
        .map(HexFormat.of()::formatHex)
        .anyMatch(one -> one.equals(seal));
  }

  private static String signed(String paperNo, String contentDigest) {
    return paperNo + "\n" + contentDigest;
  }

  private static String text(byte[] mac) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
  }
}
