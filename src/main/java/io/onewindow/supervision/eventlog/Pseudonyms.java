package io.onewindow.supervision.eventlog;

import io.onewindow.casefile.paper.PaperKeys;
import io.onewindow.problem.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Who somebody or something is, for those without the key: the same in every export made with that
 * key, and nothing can be read from it. The key is {@code onewindow.event-log.pseudonym-key}; where
 * none is set, one is derived from the secret of papers.
 */
@Component
class Pseudonyms {

  /** What is hidden; equal texts of two kinds have different pseudonyms. */
  enum Kind {
    CASE("C-"),
    APPLICANT("A-"),
    OFFICER("P-"),
    CLOCK("T-"),
    ACTIVITY("E-");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;

  /** Half of the hash: 128 bits make equal pseudonyms of different texts as good as impossible. */
  private static final int LENGTH = 16;

  private final SecretKeySpec key;

  Pseudonyms(LogSettings settings, PaperKeys papers) {
    String configured = settings.pseudonymKey();
    byte[] secret =
        configured.isBlank()
            ? papers.sign("onewindow event log v1", "pseudonym key")
            : decoded(configured);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Null for null. */
  String of(Kind kind, String text) {
    return text == null ? null : kind.prefix + hash(kind + "\n" + text);
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, LENGTH));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] decoded(String configured) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(configured.strip());
    } catch (IllegalArgumentException notBase64) {
      secret = new byte[0];
    }
    if (secret.length < SHORTEST) {
      throw new StartRefused(
          "onewindow.event-log.pseudonym-key：应为至少 32 字节的 Base64，例如 openssl rand -base64 32 的输出。");
    }
    return secret;
  }
}
