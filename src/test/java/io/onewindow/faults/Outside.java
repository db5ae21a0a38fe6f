package io.onewindow.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onewindow.face.FreePort;
import io.onewindow.faults.Finding.Fault;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who stands outside the hall and hears of its cases: a mail server, and the tax office's own
 * system, which is told of the tax tasks. Both take everything in and remember how often. A node
 * that dies between telling and writing down that it has told tells once more, by the same id.
 */
final class Outside implements AutoCloseable {

  /** What the hall's own records say. */
  enum Written {
    WAITING,
    TOLD,
    /** People were faster; whether it was told before does not matter. */
    OVERTAKEN
  }

  private static final String MAILS =
      "select id, case state when 'SENT' then 'TOLD' else state end from ow_message"
          + " where state in ('WAITING', 'SENT')";
  private static final String REQUESTS =
      "select request_id, case when state in ('WAITING', 'OVERTAKEN') then state else 'TOLD' end"
          + " from ow_exchange";

  private final GreenMail mail =
      new GreenMail(new ServerSetup(FreePort.find(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final HttpServer taxOffice;

  Outside() {
    try {
      taxOffice =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    taxOffice.createContext("/", this::isTold);
    taxOffice.start();
    mail.start();
  }

  private void isTold(HttpExchange request) throws IOException {
    try (request) {
      request.getRequestBody().readAllBytes();
      requests.merge(request.getRequestHeaders().getFirst("Idempotency-Key"), 1, Integer::sum);
      request.sendResponseHeaders(200, -1);
    }
  }

  /** By which a node finds both. */
  Map<String, String> settings() {
    String system = "ONEWINDOW_EXCHANGE_SYSTEMS_TAX_";
    return Map.of(
        "SPRING_MAIL_HOST",
        "127.0.0.1",
        "SPRING_MAIL_PORT",
        String.valueOf(mail.getSmtp().getPort()),
        system + "JURISDICTION",
        Site.JURISDICTION,
        system + "DEPARTMENT",
        "tax",
        system + "ADDRESS",
        "http://127.0.0.1:" + taxOffice.getAddress().getPort() + "/cases",
        system + "STEPS",
        "userTask_handleTax",
        system + "FIELDS",
        "enterpriseName");
  }

  /** What was written down as told and nobody heard, what was not told, what nobody wrote. */
  List<Finding> findings(JdbcClient database) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(compared("mail", written(database, MAILS), mails()));
    findings.addAll(compared("request", written(database, REQUESTS), requests));
    return findings;
  }

  /** How much was heard, for people. */
  @Override
  public String toString() {
    return "heard outside: " + counted("mails", mails()) + ", " + counted("requests", requests);
  }

  private static String counted(String what, Map<String, Integer> heard) {
    long again = heard.values().stream().filter(times -> times > 1).count();
    return String.format(Locale.ROOT, "%d %s, %d more than once", heard.size(), what, again);
  }

  /**
   * @param written what is down, by id
   * @param heard how often it was heard, by id
   */
  static List<Finding> compared(
      String what, Map<String, Written> written, Map<String, Integer> heard) {
    List<Finding> findings = new ArrayList<>();
    written.forEach(
        (id, state) -> {
          if (state == Written.WAITING) {
            findings.add(new Finding(Fault.STUCK, what + " " + id));
          } else if (state == Written.TOLD && !heard.containsKey(id)) {
            findings.add(new Finding(Fault.LOST, what + " " + id));
          }
        });
    heard.keySet().stream()
        .filter(id -> !written.containsKey(id))
        .forEach(id -> findings.add(new Finding(Fault.UNASKED, what + " " + id)));
    return findings;
  }

  private static Map<String, Written> written(JdbcClient database, String sql) {
    Map<String, Written> written = new HashMap<>();
    database
        .sql(sql)
        .query((row, n) -> written.put(row.getString(1), Written.valueOf(row.getString(2))))
        .list();
    return written;
  }

  private Map<String, Integer> mails() {
    Map<String, Integer> heard = new HashMap<>();
    for (MimeMessage one : mail.getReceivedMessages()) {
      heard.merge(id(one), 1, Integer::sum);
    }
    return heard;
  }

  /** Before the house it comes from, as RFC 5322 has it. */
  private static String id(MimeMessage one) {
    try {
      return one.getMessageID().substring(1).split("@")[0];
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Override
  public void close() {
    taxOffice.stop(0);
    mail.stop();
  }
}
