package io.onewindow.casefile;

import io.onewindow.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which request with an {@code Idempotency-Key} led to which case. */
@Repository
public class RepeatedRequests {

  private static final int LONGEST_KEY = 128;

  private record Answered(String digest, String receiptNo) {}

  private final JdbcClient jdbc;

  RepeatedRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The receipt number this caller got for the same key before.
   *
   * @throws Problem 409 when the key was used with another body
   */
  public Optional<String> answered(String key, String caller, byte[] body) {
    Optional<Answered> before =
        jdbc.sql(
                "select digest, receipt_no from ow_request"
                    + " where idempotency_key = ? and caller = ?")
            .params(key, caller)
            .query(Answered.class)
            .optional();
    if (before.isPresent() && !before.get().digest().equals(digest(body))) {
      throw Problem.conflict("key-reused", "这个 Idempotency-Key 已用于内容不同的另一次请求。");
    }
    return before.map(Answered::receiptNo);
  }

  /**
   * @throws Problem 400 when that cannot be a key
   */
  public static String checked(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.badRequest("key-malformed", "Idempotency-Key 应为 1 至 128 个字符。");
    }
    return key;
  }

  /** Notes what the request led to, in the transaction that did it. */
  public void remember(String key, String caller, byte[] body, String receiptNo) {
    jdbc.sql(
            "insert into ow_request (idempotency_key, caller, digest, receipt_no)"
                + " values (?, ?, ?, ?)")
        .params(key, caller, digest(body), receiptNo)
        .update();
  }

  private static String digest(byte[] body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
