package io.onewindow.casefile;

import io.onewindow.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a request with an {@code Idempotency-Key} asks for once, however often it comes. */
@Repository
public class RepeatedRequests {

  /** Code of the problem that a key was used before with another body. */
  static final String REUSED = "key-reused";

  private static final int LONGEST_KEY = 128;

  private record Answered(String digest, String receiptNo) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RepeatedRequests(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Does that in a transaction of its own, unless this caller's same request has done it before.
   *
   * @param body the request as it came, to tell a repetition from another request
   * @param deed what is asked for; gives the receipt number of its case
   * @return that receipt number, now or as it was given the first time
   * @throws Problem 400 when that cannot be a key, 409 when it was used with another body
   */
  public String once(String key, String caller, byte[] body, Supplier<String> deed) {
    checked(key);
    try {
      return transaction.execute(
          status ->
              answered(key, caller, body)
                  .orElseGet(
                      () -> {
                        String receiptNo = deed.get();
                        remember(key, caller, body, receiptNo);
                        return receiptNo;
                      }));
    } catch (RuntimeException failed) {
      // of the same request twice at a moment the slower fails wherever it meets the faster
      return answered(key, caller, body).orElseThrow(() -> failed);
    }
  }

  /**
   * The receipt number this caller got for the same key before.
   *
   * @throws Problem 409 when the key was used with another body
   */
  private Optional<String> answered(String key, String caller, byte[] body) {
    Optional<Answered> before = before(key, caller);
    if (before.isPresent() && !before.get().digest().equals(digest(body))) {
      throw Problem.conflict(REUSED, "这个 Idempotency-Key 已用于内容不同的另一次请求。");
    }
    return before.map(Answered::receiptNo);
  }

  /** The receipt number of what this caller asked for with that key; empty for nothing yet. */
  Optional<String> receiptNo(String key, String caller) {
    return before(key, caller).map(Answered::receiptNo);
  }

  private Optional<Answered> before(String key, String caller) {
    return jdbc.sql(
            "select digest, receipt_no from ow_request"
                + " where idempotency_key = ? and caller = ?")
        .params(key, caller)
        .query(Answered.class)
        .optional();
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
  private void remember(String key, String caller, byte[] body, String receiptNo) {
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
