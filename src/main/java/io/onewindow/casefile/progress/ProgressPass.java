package io.onewindow.casefile.progress;

import io.onewindow.casefile.paper.PaperKeys;
import io.onewindow.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * A cookie that keeps the page of one case open for a while. It is signed and holds no secret; any
 * node can check it. It is sent to that case's page only and never from another site.
 */
@Component
class ProgressPass {

  private static final String NAME = "onewindow-progress";
  private static final String PURPOSE = "onewindow progress pass v1";

  private final PaperKeys keys;
  private final ProgressSettings settings;
  private final Clock time;

  ProgressPass(PaperKeys keys, ProgressSettings settings, Clock time) {
    this.keys = keys;
    this.settings = settings;
    this.time = time;
  }

  ResponseCookie issue(String receiptNo, HttpServletRequest request) {
    long end = time.instant().plus(settings.open()).getEpochSecond();
    String signature = hex(keys.sign(PURPOSE, text(receiptNo, end)));
    return ResponseCookie.from(NAME, end + "." + signature)
        .path("/progress/" + receiptNo)
        .maxAge(settings.open())
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .build();
  }

  /**
   * @throws Problem 401 for whoever has no pass for that case, or one that has run out
   */
  void check(String receiptNo, HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, NAME);
    if (cookie == null || !isGood(receiptNo, cookie.getValue())) {
      throw Problem.of(401, "query-code-required", "请输入收件回执上的查询码。");
    }
  }

  private boolean isGood(String receiptNo, String pass) {
    if (!pass.matches("\\d{1,12}\\.[0-9a-f]{64}")) {
      return false;
    }
    String[] parts = pass.split("\\.");
    long end = Long.parseLong(parts[0]);
    byte[] given = parts[1].getBytes(StandardCharsets.US_ASCII);
    return time.instant().isBefore(Instant.ofEpochSecond(end))
        && keys.accepted(PURPOSE, text(receiptNo, end)).stream()
            .anyMatch(
                mac -> MessageDigest.isEqual(hex(mac).getBytes(StandardCharsets.US_ASCII), given));
  }

  private static String text(String receiptNo, long end) {
    return receiptNo + " " + end;
  }

  private static String hex(byte[] mac) {
    return HexFormat.of().formatHex(mac);
  }
}
