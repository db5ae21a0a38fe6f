package io.onewindow.casefile.paper;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseHappened;
import io.onewindow.print.PrintedPaper;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an applicant has in hand after each turn of a case. */
@StoryTest
class PaperStoryTest {

  private static final String CHECK = "审查申请材料";

  @Autowired private Hall hall;
  @Autowired private Papers papers;
  @Autowired private QueryCodes codes;
  @Autowired private ClockActs acts;
  @Autowired private CaseFile files;
  @Autowired private ApplicationEventPublisher happenings;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void papersOfAConnectionClaimNoLicensingLaw() {
    ProcessInstance theCase = hall.starts("nyClerk", "drainage-connection", drains());
    hall.completes(
        "nyHousing", theCase, "核对方案并接入", drainsAnswered("problems", "planProblems", "出户管标高低于市政管"));
    hall.completes("nyClerk", theCase, "登记修改方案", Map.of("drainagePlan", "出户管抬高至42.30米"));
    hall.completes(
        "nyHousing", theCase, "核对方案并接入", drainsAnswered("connect", "connectionPoint", "W-118号井"));
    assertThat(papers.of(theCase.getBusinessKey()))
        .extracting(Paper::kind)
        .contains(PaperKind.NOTICE);
    for (String paper : List.of("S1", "G1", "L1", "R1")) {
      assertThat(printed(theCase, paper).words())
          .contains("宁阳县住建局")
          .doesNotContain("行政许可法", "行政许可专用印章");
    }
  }

  private static Map<String, Object> drains() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王晓明");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("builderName", "泰和商贸有限公司");
    form.put("projectName", "泰和商贸仓库");
    form.put("worksAddress", "宁阳县文庙街道金阳大街1号");
    form.put("singleForm", "no");
    form.put("drainageKind", "separate");
    form.put("drainagePipe", "300");
    form.put("dailyDischarge", "120");
    form.put("drainagePlan", "污水经化粪池后接入金阳大街污水管");
    form.put("deliveryMethod", "electronic");
    return form;
  }

  private static Map<String, Object> drainsAnswered(String decision, String field, String value) {
    return Map.of(
        "drainageSurroundings",
        "金阳大街DN600污水管",
        "drainageAdvice",
        "按申报方案接入",
        "planDecision",
        decision,
        field,
        value);
  }

  @Test
  void receiptTellsTheQueryCodeAndWhatFollows() {
    ProcessInstance theCase = starts("nyClerk", Map.of());
    String receiptNo = theCase.getBusinessKey();
    PrintedPaper receipt = only(theCase, "S1");
    String code = codes.of(receiptNo);
    assertThat(receipt.words())
        .contains(
            "宁阳县行政审批服务局收件回执编号：" + receiptNo + "-S1",
            "王晓明：",
            "受理编号" + receiptNo,
            "办理事项企业开办",
            "申请内容宁阳县泰和商贸有限公司",
            "收件时间2026年9月15日10:00",
            "查询码" + code,
            "/progress/" + receiptNo,
            "本机关已收到您提交的申请材料，特此出具回执",
            "逾期不告知的，自收到申请材料之日起即为受理",
            "加盖行政许可专用印章",
            "2026年9月15日");
    assertThat(receipt.code()).contains("/verify/" + receiptNo + "-S1?s=");
    receipt.picture("paper-receipt");
  }

  @Test
  void databaseNeverHoldsTheQueryCodeInClear() {
    ProcessInstance theCase = starts("nyClerk", Map.of());
    Paper paper = papers.of(theCase.getBusinessKey(), theCase.getBusinessKey() + "-S1");
    String code = codes.of(theCase.getBusinessKey());
    assertThat(paper.content()).doesNotContain(code);
    byte[] kept =
        jdbc.sql("select sealed from ow_paper_file where paper_no = ?")
            .param(paper.paperNo())
            .query((row, number) -> row.getBytes(1))
            .single();
    assertThat(new String(kept, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1))
        .isNotEqualTo("%PDF");
    assertThat(papers.pdf(paper)).startsWith("%PDF".getBytes());
    assertThat(Digest.of(papers.pdf(paper))).isEqualTo(paper.pdfDigest());
  }

  @Test
  void fileIsPrintedWhenFirstAskedForAndStaysTheSame() {
    ProcessInstance theCase = starts("nyClerk", Map.of());
    String paperNo = theCase.getBusinessKey() + "-S1";
    assertThat(files(paperNo)).isZero();
    Paper paper = papers.of(theCase.getBusinessKey(), paperNo);
    assertThat(files(paperNo)).isOne();
    byte[] first = papers.pdf(paper);
    hall.itIs("2026-09-16T10:00");
    assertThat(papers.of(theCase.getBusinessKey(), paperNo)).isEqualTo(paper);
    assertThat(papers.pdf(paper)).isEqualTo(first);
  }

  @Test
  void whatWasNotIssuedIsNeverPrinted() {
    ProcessInstance theCase = starts("nyClerk", Map.of());
    String paperNo = theCase.getBusinessKey() + "-S1";
    String forged = content(paperNo).replace("王晓明", "王小明");
    jdbc.sql("update ow_paper set content = ?, content_digest = ? where paper_no = ?")
        .params(forged, Digest.of(forged), paperNo)
        .update();
    assertThatThrownBy(() -> papers.of(theCase.getBusinessKey(), paperNo))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("paper-changed"));
    assertThat(files(paperNo)).isZero();
  }

  private int files(String paperNo) {
    return jdbc.sql("select count(*) from ow_paper_file where paper_no = ?")
        .param(paperNo)
        .query(Integer.class)
        .single();
  }

  private String content(String paperNo) {
    return jdbc.sql("select content from ow_paper where paper_no = ?")
        .param(paperNo)
        .query(String.class)
        .single();
  }

  @Test
  void noticeListsEverythingOnceAndTheSupplementIsReceived() {
    ProcessInstance theCase = starts("sxClerk", Map.of());
    hall.completes(
        "sxClerk",
        theCase,
        CHECK,
        Map.of("materialsDecision", "notice", "missingItems", "住所使用证明\n\n  股东会决议<b>原件</b>  \n"));
    PrintedPaper notice = printed(theCase, "G1");
    assertThat(notice.text().lines()).contains("1. 住所使用证明", "2. 股东会决议<b>原件</b>");
    assertThat(notice.words())
        .contains("莘县行政审批局一次性告知书", "第三十二条第一款第四项，现将需要补正的全部内容一次告知如下", "本机关不再要求补正本告知书以外的内容");
    notice.picture("paper-notice");
    hall.itIs("2026-09-16T10:00");
    hall.completes("sxClerk", theCase, "登记补正材料", Map.of("supplementNote", "已补交两份"));
    assertThat(printed(theCase, "S2").words()).contains("补正收件时间2026年9月16日10:00");
    assertThat(numbers(theCase)).containsExactly("S1", "G1", "S2");
  }

  @Test
  void acceptanceTellsPromiseAndLawWithTheirSources() {
    ProcessInstance theCase = starts("nyClerk", Map.of("taxChoice", "now"));
    hall.completes("nyClerk", theCase, CHECK, Map.of("materialsDecision", "complete"));
    PrintedPaper acceptance = printed(theCase, "L1");
    assertThat(acceptance.words())
        .contains(
            "宁阳县行政审批服务局受理通知书",
            "受理时间2026年9月15日10:00",
            "承诺办结时间2026年9月15日12:00前（2小时",
            "宁政发〔2021〕8号",
            "法定届满时间2026年9月18日17:30",
            "《市场主体登记管理条例》第十九条",
            "第三十二条第一款第五项，本机关予以受理",
            "第四十五条");
    acceptance.picture("paper-acceptance");
  }

  @Test
  void acceptanceBySilenceSaysSo() {
    ProcessInstance theCase = starts("hkClerk", Map.of());
    hall.itIs("2026-09-23T10:00");
    assertThat(printed(theCase, "L1").words())
        .contains("您的申请自收到申请材料之日起即为受理", "公布的方案未作数值承诺", "受理时间2026年9月15日10:00");
  }

  @Test
  void extensionTellsReasonArticleAndNewDate() {
    ProcessInstance theCase = starts("hkClerk", Map.of("additionalPremises", "二号仓库"));
    hall.completes("hkClerk", theCase, CHECK, Map.of("materialsDecision", "complete"));
    hall.as(
        "hkLeader",
        () -> {
          acts.extend(theCase.getId(), 3, "情形复杂，须核实住所");
          return null;
        });
    PrintedPaper extension = printed(theCase, "Y1");
    assertThat(extension.words())
        .contains(
            "河口区行政审批局延长办理期限通知书",
            "延长期限3个工作日",
            "延长后法定届满2026年9月22日17:30",
            "情形复杂，须核实住所",
            "《市场主体登记管理条例》第十九条");
    extension.picture("paper-extension");
  }

  @Test
  void refusalTellsReasonAndRemedies() {
    ProcessInstance theCase = starts("lcClerk", Map.of("additionalPremises", "二号仓库"));
    hall.completes("lcClerk", theCase, CHECK, Map.of("materialsDecision", "complete"));
    hall.completes(
        "lcApproval",
        theCase,
        "审查名称住所",
        Map.of("registrationDecision", "reject", "registrationReason", "住所证明与所填住所不符"));
    PrintedPaper refusal = printed(theCase, "J1");
    assertThat(refusal.words())
        .contains(
            "聊城市行政审批局不予行政许可决定书",
            "第三十八条第二款，本机关决定不予许可。理由如下：住所证明与所填住所不符",
            "六十日内，依据《中华人民共和国行政复议法》第二十条",
            "六个月内，依据《中华人民共和国行政诉讼法》第四十六条");
    refusal.picture("paper-refusal");
  }

  @Test
  void resultSaysThatItIsNotTheLicence() {
    ProcessInstance theCase = starts("nyClerk", Map.of());
    hall.completes("nyClerk", theCase, CHECK, Map.of("materialsDecision", "complete"));
    PrintedPaper result = printed(theCase, "R1");
    assertThat(result.words())
        .contains("办理结果告知单", "办理结果营业执照", "证照编号91370921MA", "不是“营业执照”的法定原件，不能代替原件使用");
    result.picture("paper-result");
  }

  @Test
  void notAcceptedAndWithdrawnHavePapersToo() {
    ProcessInstance theCase = starts("nyClerk", Map.of());
    happens(theCase, CaseHappened.Kind.REFUSED, Map.of(CaseHappened.REASON, "不属于本机关职权范围"));
    happens(theCase, CaseHappened.Kind.WITHDRAWN, Map.of(CaseHappened.REASON, "暂不开办"));
    assertThat(printed(theCase, "B1").words())
        .contains("不予受理决定书", "第三十二条，本机关决定对您的申请不予受理。理由如下：不属于本机关职权范围", "第四十六条");
    assertThat(printed(theCase, "C1").words()).contains("撤回申请确认书", "本办件终止办理", "撤回理由：暂不开办");
  }

  @Test
  void namesStandOnPaperAsTheyWereWritten() {
    String name = "王𠮷㛃𬭎" + Character.toString(0x30EDE);
    ProcessInstance theCase =
        starts(
            "nyClerk",
            Map.of("applicantName", name, "enterpriseName", "宁阳县䶮𪚥<i>&amp;${1/0}</i>有限公司"));
    PrintedPaper receipt = only(theCase, "S1");
    assertThat(receipt.words())
        .contains("王𠮷㛃𬭎[U+30EDE]：", "宁阳县䶮𪚥<i>&amp;${1/0}</i>有限公司", "U+30EDE是本系统字库未收字符的统一码");
    receipt.picture("paper-rare");
    Paper paper = papers.of(theCase.getBusinessKey(), theCase.getBusinessKey() + "-S1");
    assertThat(papers.content(paper).addressee()).isEqualTo(name);
  }

  @Test
  void whatDidNotHappenLeavesNoPaper() {
    ProcessInstance theCase = starts("nyClerk", Map.of());
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      publish(
                          theCase,
                          CaseHappened.Kind.WITHDRAWN,
                          Map.of(CaseHappened.REASON, "另行选址"));
                      throw new IllegalStateException("the deed failed");
                    }))
        .hasMessage("the deed failed");
    assertThat(numbers(theCase)).containsExactly("S1");
  }

  private ProcessInstance starts(String clerk, Map<String, Object> changes) {
    return hall.starts(clerk, "company-registration", with(tradingCompany(), changes));
  }

  private void happens(ProcessInstance theCase, CaseHappened.Kind kind, Map<String, String> more) {
    transaction.executeWithoutResult(status -> publish(theCase, kind, more));
  }

  private void publish(ProcessInstance theCase, CaseHappened.Kind kind, Map<String, String> more) {
    happenings.publishEvent(
        new CaseHappened(
            kind,
            files.find(theCase.getBusinessKey()).orElseThrow(),
            Instant.parse("2026-09-15T02:00:00Z"),
            "nyClerk",
            more));
  }

  private List<String> numbers(ProcessInstance theCase) {
    return papers.of(theCase.getBusinessKey()).stream()
        .map(paper -> paper.paperNo().substring(theCase.getBusinessKey().length() + 1))
        .toList();
  }

  private PrintedPaper only(ProcessInstance theCase, String number) {
    assertThat(numbers(theCase)).containsExactly(number);
    return printed(theCase, number);
  }

  private PrintedPaper printed(ProcessInstance theCase, String number) {
    assertThat(numbers(theCase)).contains(number);
    String receiptNo = theCase.getBusinessKey();
    return new PrintedPaper(papers.pdf(papers.of(receiptNo, receiptNo + "-" + number)));
  }
}
