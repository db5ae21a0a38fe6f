package io.onewindow.casefile.progress;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.ReceiptNumber;
import io.onewindow.casefile.paper.PaperKeys;
import io.onewindow.casefile.paper.QueryCodes;
import io.onewindow.problem.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets in who has the query code of a case, and tells nobody else anything: a number that does not
 * exist and a wrong code get one answer, and both are counted against number and address.
 */
@Component
class ProgressDoor {

  private static final String PURPOSE = "onewindow query attempt v1";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int IPV6_BYTES = 16;
  private static final int IPV6_HOUSEHOLD = 8;

  private final CaseFile files;
  private final QueryCodes codes;
  private final QueryAttempts attempts;
  private final ProgressSettings settings;
  private final PaperKeys keys;

  ProgressDoor(
      CaseFile files,
      QueryCodes codes,
      QueryAttempts attempts,
      ProgressSettings settings,
      PaperKeys keys) {
    this.files = files;
    this.codes = codes;
    this.attempts = attempts;
    this.settings = settings;
    this.keys = keys;
  }

  /**
   * @param address of whoever asks
   * @throws Problem 403 for a wrong number or code, 429 after too many of them
   */
  void open(String receiptNo, String code, String address) {
    String number = hashed("number " + receiptNo);
    String household = hashed("address " + household(address));
    Optional<Instant> refused =
        Stream.of(
                attempts.refusedUntil(household, settings.triesPerAddress()),
                attempts.refusedUntil(number, settings.triesPerReceipt()))
            .flatMap(Optional::stream)
            .max(Instant::compareTo);
    if (refused.isPresent()) {
      throw tooMany(refused.get());
    }
    // worked out for a number that is none as well: the answer takes as long
    boolean right = codes.matches(receiptNo, code);
    if (!ReceiptNumber.isWellFormed(receiptNo) || files.find(receiptNo).isEmpty() || !right) {
      throw Problem.forbidden("query-code-refused", "受理编号或者查询码不正确，请对照收件回执核对。");
    }
    attempts.forgive(household);
    attempts.forgive(number);
  }

  private static Problem tooMany(Instant until) {
    // a minute is begun when it is named
    String time = TIME.format(until.plusSeconds(59).atZone(WorkCalendar.ZONE));
    return Problem.of(429, "too-many-tries", "查询码输错次数过多，请于 " + time + " 后再试，或者到窗口查询。");
  }

  private String hashed(String subject) {
    return HexFormat.of().formatHex(keys.sign(PURPOSE, subject));
  }

  /** Whoever has one IPv6 address has all that share its first half. */
  private static String household(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of()
          .formatHex(bytes, 0, bytes.length == IPV6_BYTES ? IPV6_HOUSEHOLD : bytes.length);
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
