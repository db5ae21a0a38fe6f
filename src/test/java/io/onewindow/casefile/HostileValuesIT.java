package io.onewindow.casefile;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever stands in a field is refused by name or kept as it is. */
@FaceTest
@OnBothDatabases
class HostileValuesIT {

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "${1+1}",
        "#{execution.id}",
        "'; drop table ow_case; --",
        "𠮷㛃商贸有限公司",
        "👩‍👩‍👧商贸有限公司",
        "مؤسسة تجارية",
        "‮商贸有限公司‬",
        "  前后有空格  ",
        "第一行\n第二行"
      })
  void keepsANameAsItIs(String name) {
    Answer answer = start(Map.of("enterpriseName", name));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.text("/subject")).isEqualTo(name);
    String receiptNo = answer.text("/receiptNo");
    String instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(receiptNo)
            .rootProcessInstances()
            .singleResult()
            .getId();
    assertThat(runtime.getVariable(instance, "enterpriseName")).isEqualTo(name);
    assertThat(face.get("nyClerk", "/api/v1/cases/" + receiptNo).text("/subject")).isEqualTo(name);
  }

  @Test
  void masksANameByCharactersNotByHalvesOfThem() {
    assertThat(start(Map.of("applicantName", "𠮷㛃")).text("/applicant")).isEqualTo("𠮷*");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("applicantName", "王\0明", "控制字符"),
        Arguments.of("applicantName", "王\u001b[2J", "控制字符"),
        Arguments.of("applicantName", "x".repeat(5000), "不能超过"),
        Arguments.of("businessScope", "x".repeat(5000), "不能超过"),
        Arguments.of("applicantName", null, "必填"),
        Arguments.of("applicantName", " \u3000", "必填"),
        Arguments.of("applicantName", 12, "应为文本"),
        Arguments.of("applicantName", Map.of("a", 1), "应为文本"),
        Arguments.of("applicantName", List.of("王明"), "应为文本"),
        Arguments.of("registeredCapital", 100, "应为文本"),
        Arguments.of("registeredCapital", "1e9", "格式不正确"),
        Arguments.of("registeredCapital", "-1", "格式不正确"),
        Arguments.of("entityType", "empire", "可选项"),
        Arguments.of("sealChoice", true, "应为文本"),
        Arguments.of("foreignInvested", "yes", "应为是或否"),
        Arguments.of("applicantIdNo", "370921199003078513", "校验不通过"),
        Arguments.of("applicantIdNo", "３７０９２１１９９００３０７８５１２", "格式不正确"),
        Arguments.of("applicantPhone", "12345", "格式不正确"),
        Arguments.of("shareholder1Share", "101", "格式不正确"),
        Arguments.of("shareholder1Share", "10", "合计应为100"),
        Arguments.of("category", 5, "不是本事项申请表的字段"),
        Arguments.of("licenceNo", "91370921MA0000019X", "不是本事项申请表的字段"),
        Arguments.of("x".repeat(5000), "1", "不是本事项申请表的字段"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void namesTheFieldItRefuses(String key, Object value, String reason) {
    Map<String, Object> change = new HashMap<>();
    change.put(key, value);
    Answer answer = start(change);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("field-refused");
    assertThat(answer.fields()).contains(key);
    assertThat(answer.text("/detail")).contains(reason);
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void refusesHalfACharacter() {
    String body = face.text(application(with(tradingCompany(), Map.of("applicantName", "王?"))));
    Answer answer = face.postText("nyClerk", "/api/v1/cases", body.replace("王?", "王\\ud800"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "applicantName",
        "applicantIdNo",
        "applicantPhone",
        "enterpriseName",
        "entityType",
        "registeredCapital",
        "residence",
        "businessScope",
        "legalRepName",
        "legalRepIdNo",
        "shareholder1Name",
        "shareholder1Code",
        "shareholder1Share",
        "deliveryMethod"
      })
  void namesTheFieldThatIsMissing(String key) {
    Map<String, Object> form = tradingCompany();
    form.remove(key);
    Answer answer = post(form, "api");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).containsExactly(key);
  }

  @Test
  void namesEveryMissingFieldAtOnce() {
    assertThat(post(Map.of(), "api").fields()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  @Test
  void refusesAChannelThatIsNone() {
    for (String channel : Arrays.asList("x".repeat(5000), "", "Ä", "a\0")) {
      Answer answer = post(tradingCompany(), channel);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.fields()).containsExactly("channel");
    }
    assertThat(post(tradingCompany(), "self-service").status()).isEqualTo(201);
  }

  @Test
  void namesAJurisdictionThatIsNoText() {
    for (Object jurisdiction : List.of(true, 1.5)) {
      Map<String, Object> form = Map.of("jurisdiction", Map.of("value", jurisdiction));
      Answer answer =
          face.post(
              "nyClerk",
              "/engine-rest/process-definition/key/company-registration/submit-form",
              Map.of("variables", form));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.text("/message")).contains("“辖区”应以文本填写");
    }
  }

  private Answer start(Map<String, Object> changes) {
    return post(with(tradingCompany(), changes), "api");
  }

  private Answer post(Map<String, Object> form, String channel) {
    Map<String, Object> body = new HashMap<>(application(form));
    body.put("channel", channel);
    return face.post("nyClerk", "/api/v1/cases", body);
  }

  private static Map<String, Object> application(Map<String, Object> form) {
    return Map.of("service", "company-registration", "jurisdiction", "ningyang", "form", form);
  }
}
