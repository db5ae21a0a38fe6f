package io.onewindow.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets a department's system see that a request is ours and whole: HTTP Message Signatures (RFC
 * 9421) with {@code hmac-sha256} over method, address, digest of the body (RFC 9530) and request
 * id.
 */
final class RequestSignature {

  static final String REQUEST_ID = "Idempotency-Key";

  private static final String LABEL = "onewindow=";
  private static final String COVERED =
      "(\"@method\" \"@target-uri\" \"content-digest\" \"idempotency-key\")";

  private final DepartmentSystem system;
  private final String requestId;
  private final byte[] body;

  RequestSignature(DepartmentSystem system, String requestId, byte[] body) {
    this.system = system;
    this.requestId = requestId;
    this.body = body;
  }

  /** The headers to add to the request. */
  Map<String, String> headers(Instant now) {
    String parameters =
        COVERED
            + ";created="
            + now.getEpochSecond()
            + ";keyid=\""
            + system.id()
            + "\";alg=\"hmac-sha256\"";
    String digest = "sha-256=:" + base64(sha256()) + ":";
    String base =
        String.join(
            "\n",
            "\"@method\": POST",
            "\"@target-uri\": " + system.connection().address(),
            "\"content-digest\": " + digest,
            "\"idempotency-key\": " + requestId,
            "\"@signature-params\": " + parameters);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Digest", digest);
    headers.put("Signature-Input", LABEL + parameters);
    headers.put("Signature", LABEL + ":" + base64(mac(base)) + ":");
    return headers;
  }

  private byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = system.connection().signingKey().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
