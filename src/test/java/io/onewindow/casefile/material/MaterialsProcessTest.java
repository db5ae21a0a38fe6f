package io.onewindow.casefile.material;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.problem.Problem;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of materials from receipt to the last promise kept or not kept. */
@StoryTest
@OnBothDatabases
@Import(MaterialsProcessTest.Listening.class)
class MaterialsProcessTest {

  /** Hears what happens to commitments and deferrals. */
  static class Ear {
    private final List<MaterialHappened> heard = new ArrayList<>();
    private boolean refusing;

    @EventListener
    void hear(MaterialHappened happened) {
      if (refusing) {
        throw new IllegalStateException("a listener that fails");
      }
      heard.add(happened);
    }
  }

  @TestConfiguration
  static class Listening {
    @Bean
    Ear ear() {
      return new Ear();
    }
  }

  @Autowired private Hall hall;
  @Autowired private Materials materials;
  @Autowired private ContentStore contents;
  @Autowired private CreditRecords credit;
  @Autowired private JdbcClient jdbc;
  @Autowired private Ear ear;

  private ProcessInstance theCase;
  private String receiptNo;

  @BeforeEach
  void aCompanyApplies() {
    ear.heard.clear();
    ear.refusing = false;
    hall.itIs("2026-09-15T10:00");
    receive("nyClerk", Map.of("bankChoice", "now"));
  }

  private void receive(String clerk, Map<String, Object> changes) {
    theCase = hall.starts(clerk, "company-registration", with(tradingCompany(), changes));
    receiptNo = theCase.getBusinessKey();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void opensTheRegisterByTheListOfTheService() {
    assertThat(ids(materials.list(receiptNo)))
        .containsExactly(
            "application-form",
            "identity",
            "premises",
            "articles",
            "appointments",
            "licence-for-bank");
    assertThat(ids(materials.missing(receiptNo)))
        .containsExactly("application-form", "premises", "articles", "appointments");
    assertThat(material("identity").sourceId()).isEqualTo("NY21-008");
    assertThat(material("licence-for-bank").sourceId()).isNull();
    assertThat(material("premises").term()).hasToString("20 WORKING_DAY");
  }

  @Test
  void asksByKindOfCompanyAndByWhatIsAskedFor() {
    receive(
        "hkClerk",
        Map.of("entityType", "partnership", "foreignInvested", true, "additionalPremises", "二号仓库"));
    assertThat(ids(materials.list(receiptNo)))
        .containsExactly(
            "application-form",
            "identity",
            "premises",
            "partnership-agreement",
            "foreign-investor",
            "additional-premises");
    assertThat(material("identity").sourceId()).isEqualTo("HK21-004");
  }

  @Test
  void quotesEachPlaceByItsOwnPlan() {
    receive("sxClerk", Map.of("bankChoice", "later"));
    assertThat(material("licence-for-bank").sourceId()).isEqualTo("SX21-018");
    assertThat(material("licence-for-bank").inheritedFrom()).isNull();
    receive("lcClerk", Map.of("bankChoice", "later"));
    assertThat(material("licence-for-bank").sourceId()).isEqualTo("LC21-019");
  }

  @Test
  void countsACommitmentFromTheDayItIsMadeUntilItIsFulfilled() {
    as(() -> materials.commit(receiptNo, "premises", "承诺二十个工作日内提交。", "王晓明"));
    Material premises = material("premises");
    assertThat(premises.state()).isEqualTo(MaterialState.COMMITTED);
    assertThat(premises.signedBy()).isEqualTo("王晓明");
    assertThat(premises.actedBy()).isEqualTo("nyClerk");
    // 9月16日至18日3天，20日补班4，21日至24日8，中秋后28日至30日11，10月8日至10日14，
    // 12日至16日19，19日20
    assertThat(LocalDateTime.ofInstant(premises.dueAt(), java.time.ZoneId.of("Asia/Shanghai")))
        .isEqualTo("2026-10-19T17:30");
    assertThat(ids(materials.missing(receiptNo))).doesNotContain("premises");

    accept();
    hall.itIs("2026-10-09T10:00");
    as(() -> materials.fulfil(receiptNo, "premises", null));
    assertThat(material("premises").fulfilledBy()).isEqualTo("nyClerk");
    assertThat(kinds())
        .containsExactly(MaterialHappened.Kind.COMMITTED, MaterialHappened.Kind.FULFILLED);
    assertRefused(409, "nothing-outstanding", () -> materials.fulfil(receiptNo, "premises", null));
  }

  @Test
  void takesADeferredFileAfterTheCaseIsAcceptedButNothingBack() {
    as(() -> materials.defer(receiptNo, "appointments", "股东会决议当日下午形成"));
    accept();
    assertRefused(409, "case-accepted", () -> materials.revert(receiptNo, "appointments"));
    materials.submitByApplicant(receiptNo, "appointments", "任职文件.pdf", pdf("appointments"));
    assertThat(material("appointments").fulfilledAt()).isNotNull();
    assertThat(material("appointments").fulfilledBy()).isNull();
    assertThat(kinds())
        .containsExactly(MaterialHappened.Kind.DEFERRED, MaterialHappened.Kind.FULFILLED);
  }

  @Test
  void takesBackEachStateUntilAcceptance() {
    as(() -> materials.submitPaper(receiptNo, "application-form", "原件一份"));
    as(() -> materials.share(receiptNo, "identity", "省电子证照库核验一致"));
    as(() -> materials.commit(receiptNo, "premises", "承诺", "王晓明"));
    as(() -> materials.defer(receiptNo, "appointments", "待补"));
    materials.submit(receiptNo, "articles", "章程.pdf", pdf("articles"));
    for (String one :
        List.of("application-form", "identity", "premises", "appointments", "articles")) {
      assertThat(material(one).state()).isNotEqualTo(MaterialState.MISSING);
      as(() -> materials.revert(receiptNo, one));
      assertThat(material(one).state()).isEqualTo(MaterialState.MISSING);
      assertThat(material(one).dueAt()).isNull();
    }
    assertThat(materials.files(receiptNo)).isEmpty();
    assertThat(kinds())
        .containsExactly(
            MaterialHappened.Kind.COMMITTED,
            MaterialHappened.Kind.DEFERRED,
            MaterialHappened.Kind.REVERTED,
            MaterialHappened.Kind.REVERTED);
    assertRefused(409, "nothing-to-revert", () -> materials.revert(receiptNo, "articles"));
    assertThat(events()).contains("SUBMITTED", "UPLOADED", "SHARED", "COMMITTED", "REVERTED");
  }

  @Test
  void takesBackFilesOneByOne() {
    MaterialFile first = materials.submit(receiptNo, "articles", "一.pdf", pdf("one"));
    MaterialFile second = materials.submit(receiptNo, "articles", "二.pdf", pdf("two"));
    materials.withdraw(receiptNo, first.id());
    assertThat(material("articles").state()).isEqualTo(MaterialState.SUBMITTED);
    materials.withdraw(receiptNo, second.id());
    assertThat(material("articles").state()).isEqualTo(MaterialState.MISSING);
    assertRefused(404, "unknown-file", () -> materials.withdraw(receiptNo, second.id()));
  }

  @Test
  void showsAMaterialOnlyInTheWayTheListAllows() {
    assertRefused(
        409, "requirement-differs", () -> materials.commit(receiptNo, "articles", "承诺", "王"));
    assertRefused(409, "requirement-differs", () -> materials.defer(receiptNo, "premises", "理由"));
    assertRefused(409, "requirement-differs", () -> materials.share(receiptNo, "premises", "一致"));
    assertRefused(404, "unknown-material", () -> materials.submitPaper(receiptNo, "nothing", null));
    assertRefused(
        409,
        "material-shared",
        () -> materials.submitByApplicant(receiptNo, "identity", "身份证.pdf", pdf("id")));
    materials.submitPaper(receiptNo, "premises", null);
    assertRefused(409, "material-shown", () -> materials.commit(receiptNo, "premises", "承诺", "王"));
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertRefused(400, "field-refused", () -> materials.commit(receiptNo, "premises", " ", "王晓明"));
    assertRefused(400, "field-refused", () -> materials.commit(receiptNo, "premises", "承诺", null));
    assertRefused(
        400,
        "field-refused",
        () -> materials.defer(receiptNo, "appointments", "长".repeat(1_000_000)));
    assertRefused(400, "field-refused", () -> materials.defer(receiptNo, "appointments", "理由\0"));
    assertThat(ids(materials.missing(receiptNo))).hasSize(4);
  }

  @Test
  void refusesEverythingOnceTheCaseIsClosedButWhatIsOutstanding() {
    as(() -> materials.commit(receiptNo, "premises", "承诺", "王晓明"));
    jdbc.sql("update ow_case set closed_at = received_at where receipt_no = ?")
        .param(receiptNo)
        .update();
    assertRefused(409, "case-closed", () -> materials.submitPaper(receiptNo, "articles", null));
    assertRefused(
        409,
        "case-closed",
        () -> materials.submitByApplicant(receiptNo, "articles", "章程.pdf", pdf("x")));
    assertRefused(409, "case-closed", () -> materials.revert(receiptNo, "premises"));
    assertRefused(409, "case-closed", () -> materials.share(receiptNo, "identity", "一致"));
    materials.submitByApplicant(receiptNo, "premises", "房产证.pdf", pdf("premises"));
    assertThat(material("premises").fulfilledAt()).isNotNull();
  }

  @Test
  void changesNothingWhenAListenerFails() {
    ear.refusing = true;
    assertThatThrownBy(() -> materials.commit(receiptNo, "premises", "承诺", "王晓明"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(material("premises").state()).isEqualTo(MaterialState.MISSING);
    assertThat(events()).isEmpty();
  }

  @Test
  void givesBackEveryByteWhateverTheLength() throws IOException {
    Random random = new Random(20260915);
    int piece = ContentStore.CHUNK;
    for (int length :
        new int[] {
          600, piece - 1, piece, piece + 1, 2 * piece, 3 * piece + random.nextInt(piece)
        }) {
      byte[] content = padded(length, random);
      MaterialFile file =
          materials.submit(
              receiptNo, "articles", length + ".pdf", new ByteArrayInputStream(content));
      ByteArrayOutputStream back = new ByteArrayOutputStream();
      contents.write(file.digest(), back);
      assertThat(back.toByteArray()).isEqualTo(content);
    }
  }

  @Test
  void keepsTheSameContentOnceAndTheSameFileOnce() {
    long before = rows("ow_content");
    MaterialFile first = materials.submit(receiptNo, "articles", "章程.pdf", pdf("once"));
    MaterialFile again = materials.submit(receiptNo, "articles", "章程（2）.pdf", pdf("once"));
    MaterialFile elsewhere = materials.submit(receiptNo, "premises", "房产证.pdf", pdf("once"));
    assertThat(again).isEqualTo(first);
    assertThat(elsewhere.id()).isNotEqualTo(first.id());
    assertThat(rows("ow_content")).isEqualTo(before + 1);
    assertThat(materials.files(receiptNo)).hasSize(2);
  }

  @Test
  void aCopyOfTheDatabaseShowsNothingOfAContentAndWhatWasKeptBeforeIsReadAsItIs()
      throws IOException {
    byte[] content = pdf("居民身份证").readAllBytes();
    MaterialFile file =
        materials.submit(receiptNo, "articles", "身份证.pdf", new ByteArrayInputStream(content));
    byte[] kept =
        jdbc.sql("select bytes from ow_content_chunk where digest = ?")
            .param(file.digest())
            .query((row, n) -> row.getBytes(1))
            .single();
    assertThat(kept).hasSizeGreaterThan(content.length);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
    jdbc.sql("update ow_content_chunk set bytes = ?, sealed = false where digest = ?")
        .params(content, file.digest())
        .update();
    ByteArrayOutputStream back = new ByteArrayOutputStream();
    contents.write(file.digest(), back);
    assertThat(back.toByteArray()).isEqualTo(content);
  }

  @Test
  void givesNobodyTheWholeOfAContentThatWasChanged() {
    MaterialFile file = materials.submit(receiptNo, "articles", "章程.pdf", pdf("changed later"));
    jdbc.sql("update ow_content_chunk set bytes = ? where digest = ?")
        .params(new byte[] {1, 2, 3}, file.digest())
        .update();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> contents.write(file.digest(), out)).hasMessageContaining("changed");
    assertThat(out.size()).isZero();
    jdbc.sql("delete from ow_material_file where digest = ?").param(file.digest()).update();
    jdbc.sql("delete from ow_content_chunk where digest = ?").param(file.digest()).update();
    jdbc.sql("delete from ow_content where digest = ?").param(file.digest()).update();
  }

  @Test
  void refusesMoreThanACaseMayHold() {
    byte[] large = padded(19 * 1024 * 1024, new Random(1));
    materials.submit(receiptNo, "articles", "大.pdf", new ByteArrayInputStream(large));
    // the same content counts for each material that it was handed in for
    jdbc.sql("update ow_material_file set size = size * 10 where receipt_no = ?")
        .param(receiptNo)
        .update();
    assertRefused(
        413,
        "case-too-large",
        () -> materials.submit(receiptNo, "premises", "大.pdf", new ByteArrayInputStream(large)));
    assertThat(material("premises").state()).isEqualTo(MaterialState.MISSING);
  }

  @Test
  void entersWhatWasNotKeptInTheCreditRecord() {
    CreditRecord record = credit.enter(receiptNo, "370921199003078512", "逾期未提交住所使用证明", "告知承诺书");
    assertThat(record.jurisdiction()).isEqualTo("ningyang");
    assertThat(record.applicantName()).isEqualTo("王晓明");
    assertThat(credit.of(List.of("ningyang"))).contains(record);
    assertThat(credit.of(List.of("hekou"))).doesNotContain(record);
    assertThat(credit.count("370921199003078512")).isPositive();
    jdbc.sql("delete from ow_credit_record where id = ?").param(record.id()).update();
  }

  private void accept() {
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
  }

  private void as(Runnable deed) {
    hall.as(
        "nyClerk",
        () -> {
          deed.run();
          return null;
        });
  }

  private Material material(String id) {
    return materials.list(receiptNo).stream()
        .filter(one -> one.materialId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<MaterialHappened.Kind> kinds() {
    return ear.heard.stream().map(MaterialHappened::kind).toList();
  }

  private List<String> events() {
    return jdbc.sql("select kind from ow_material_event where receipt_no = ?")
        .param(receiptNo)
        .query(String.class)
        .list();
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static List<String> ids(List<Material> materials) {
    return materials.stream().map(Material::materialId).toList();
  }

  private static ByteArrayInputStream pdf(String text) {
    return new ByteArrayInputStream(TestFiles.pdf(text));
  }

  /** A PDF of that length with noise in the middle. */
  private static byte[] padded(int length, Random random) {
    byte[] plain = TestFiles.pdf("x");
    byte[] content = new byte[length];
    random.nextBytes(content);
    System.arraycopy(plain, 0, content, 0, 9);
    byte[] end = Arrays.copyOfRange(plain, plain.length - 20, plain.length);
    System.arraycopy(end, 0, content, length - end.length, end.length);
    return content;
  }

  private static void assertRefused(int status, String code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.status()).isEqualTo(status);
            });
  }
}
