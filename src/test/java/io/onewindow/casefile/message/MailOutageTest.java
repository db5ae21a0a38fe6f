package io.onewindow.casefile.message;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.message.MessageStore.State;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.FreePort;
import io.onewindow.promise.ClockActs;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real mail server goes away while mail is waiting, and comes back: nothing is lost or doubled.
 */
@StoryTest
@OnBothDatabases
class MailOutageTest {

  private static final int PORT = FreePort.find();
  private static final String ADDRESS = "office@example.com";

  @Autowired private Hall hall;
  @Autowired private CaseFile files;
  @Autowired private ClockActs acts;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  private GreenMail server;

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> PORT);
  }

  @BeforeEach
  void openTheHall() {
    jdbc.sql("delete from ow_message").update();
    hall.itIs("2026-09-15T10:00");
    serverStarts();
  }

  @AfterEach
  void closeTheHall() {
    server.stop();
    hall.closes();
  }

  @Test
  void writesToTheApplicantAtEachTurn() throws Exception {
    ProcessInstance theCase = start(Map.of("deliveryEmail", ADDRESS));
    hall.completes(
        "nyClerk",
        theCase,
        "审查申请材料",
        Map.of("materialsDecision", "notice", "missingItems", "住所证明缺签字"));
    hall.completes("nyClerk", theCase, "登记补正材料", Map.of("supplementNote", "已补齐"));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.completes(
        "nyClerk", theCase, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    sendEverything();
    assertThat(kinds())
        .containsExactlyInAnyOrder(
            "RECEIVED", "NOTIFIED", "ACCEPTED", "RESULT_ISSUED", "HANDED_OUT");
    MimeMessage notice =
        Stream.of(server.getReceivedMessages())
            .filter(mail -> subject(mail).contains("需补正材料"))
            .findFirst()
            .orElseThrow();
    assertThat(notice.getAllRecipients()[0]).hasToString(ADDRESS);
    assertThat((String) notice.getContent())
        .contains(
            "王**",
            "住所证明缺签字",
            "/progress/" + theCase.getBusinessKey(),
            theCase.getBusinessKey() + "-G1")
        .doesNotContain("王晓明", "370921199003078512", "13805480001", "{");
    assertThat(notice.getMessageID()).matches("<[0-9a-f-]{36}@onewindow.localhost>");
  }

  @Test
  void losesNothingWhileTheServerIsAway() {
    server.stop();
    for (int i = 0; i < 5; i++) {
      start(Map.of("deliveryEmail", ADDRESS));
    }
    for (Job job : waiting()) {
      assertThatThrownBy(() -> management.executeJob(job.getId()))
          .isInstanceOf(MailException.class);
    }
    // the first retry stands one minute later, further ones ever later; nothing is given up
    assertThat(waiting()).hasSize(5).allSatisfy(job -> assertThat(job.getRetries()).isEqualTo(7));
    assertThat(states()).containsOnly("WAITING");
    serverStarts();
    hall.itIs("2026-09-15T10:01");
    assertThat(waiting()).isEmpty();
    assertThat(states()).containsOnly("SENT");
    assertThat(Stream.of(server.getReceivedMessages()).map(MailOutageTest::id))
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void showsAnIncidentWhenEveryTryHasFailedAndSendsOnceItIsRepaired() {
    server.stop();
    ProcessInstance theCase = start(Map.of("deliveryEmail", ADDRESS));
    Job job = waiting().get(0);
    for (int tries = 8; tries > 0; tries--) {
      assertThatThrownBy(() -> management.executeJob(job.getId()))
          .isInstanceOf(MailException.class);
    }
    assertThat(runtime.createIncidentQuery().incidentType("failedJob").count()).isEqualTo(1);
    assertThat(states()).containsOnly("WAITING");
    assertThat(hall.openTasks(theCase)).containsExactly("审查申请材料");
    serverStarts();
    management.setJobRetries(job.getId(), 1);
    management.executeJob(job.getId());
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  @Test
  void sendsTheSameMessageAgainWhenNobodyKnowsWhetherItWentOut() {
    start(Map.of("deliveryEmail", ADDRESS));
    Job job = waiting().get(0);
    // the node dies after the server has taken the mail and before the transaction ends
    transaction.executeWithoutResult(
        status -> {
          management.executeJob(job.getId());
          status.setRollbackOnly();
        });
    sendEverything();
    assertThat(Stream.of(server.getReceivedMessages()).map(MailOutageTest::id).distinct())
        .hasSize(1);
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void keepsNoMessageOfWhatDidNotHappen() {
    transaction.executeWithoutResult(
        status -> {
          start(Map.of("deliveryEmail", ADDRESS));
          status.setRollbackOnly();
        });
    assertThat(waiting()).isEmpty();
    assertThat(states()).isEmpty();
  }

  @Test
  void saysWhatCannotBeSent() {
    start(Map.of());
    assertThat(
            jdbc.sql("select state from ow_message where channel = 'EMAIL'")
                .query(String.class)
                .single())
        .isEqualTo(State.NO_ADDRESS.name());
    assertThat(
            jdbc.sql("select state from ow_message where channel = 'SMS'")
                .query(String.class)
                .single())
        .isEqualTo(State.NOT_CONFIGURED.name());
    assertThat(waiting()).isEmpty();
  }

  @Test
  void tellsOfAnExtensionWithItsReason() {
    ProcessInstance theCase =
        start(
            Map.of(
                "deliveryEmail", ADDRESS, "businessScope", "食品销售；烟草制品零售", "foreignInvested", true));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    hall.as(
        "nyLeader",
        () -> {
          acts.extend(theCase.getId(), 3, "出资人身份须向外省核实");
          return null;
        });
    assertThat(kinds()).contains("EXTENDED");
    assertThat(body("EXTENDED")).contains("延长 3 个工作日", "出资人身份须向外省核实", "《市场主体登记管理条例》");
  }

  private ProcessInstance start(Map<String, Object> changes) {
    return hall.starts("nyClerk", "company-registration", with(tradingCompany(), changes));
  }

  private void serverStarts() {
    ServerSetup setup = new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
    server = new GreenMail(setup);
    server.start();
  }

  private List<Job> waiting() {
    return management.createJobQuery().processDefinitionKey("send-message").list();
  }

  private void sendEverything() {
    waiting().forEach(job -> management.executeJob(job.getId()));
  }

  private List<String> kinds() {
    return jdbc.sql("select kind from ow_message where channel = 'EMAIL'")
        .query(String.class)
        .list();
  }

  private List<String> states() {
    return jdbc.sql("select state from ow_message where channel = 'EMAIL'")
        .query(String.class)
        .list();
  }

  private String body(String kind) {
    return jdbc.sql("select body from ow_message where channel = 'EMAIL' and kind = ?")
        .param(kind)
        .query(String.class)
        .single();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
