package io.onewindow.casefile.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class QueryCodesTest {

  private static final String KEY = "dGhlIHNlY3JldCBvZiBhIHRlc3QsIG9mIG5vIHVzZSB0byBhbnlib2R5";
  private static final String OTHER = "YW5vdGhlciBzZWNyZXQgb2YgYSB0ZXN0LCBhbHNvIG9mIG5vIHVzZSE=";
  private static final String RECEIPT = "370921202609150000015";

  @TempDir private Path data;

  private final QueryCodes codes = codes(KEY, List.of());

  @Test
  void givesEachCaseItsOwnCodeOfEightPlainCharacters() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String code = codes.of(RECEIPT + i);
      assertThat(code).matches("[2-9A-HJ-NP-Z]{8}");
      seen.add(code);
    }
    assertThat(seen).hasSize(2000);
    assertThat(codes.of(RECEIPT)).isEqualTo(codes.of(RECEIPT));
  }

  @Test
  void knowsTheCodeHoweverItIsTyped() {
    String code = codes.of(RECEIPT);
    String fullWidth =
        code.chars()
            .map(c -> c + 0xFEE0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    for (String typed :
        List.of(
            code,
            code.toLowerCase(),
            fullWidth,
            code.substring(0, 4) + "-" + code.substring(4),
            " " + code.substring(0, 4) + " " + code.substring(4) + "\n")) {
      assertThat(codes.matches(RECEIPT, typed)).as(typed).isTrue();
    }
  }

  @Test
  void refusesEveryOtherCode() {
    String code = codes.of(RECEIPT);
    for (int i = 0; i < code.length(); i++) {
      char other = code.charAt(i) == '7' ? '8' : '7';
      assertThat(codes.matches(RECEIPT, code.substring(0, i) + other + code.substring(i + 1)))
          .isFalse();
    }
    assertThat(codes.matches(RECEIPT, null)).isFalse();
    assertThat(codes.matches(RECEIPT, "")).isFalse();
    assertThat(codes.matches(RECEIPT, code + code)).isFalse();
    assertThat(codes.matches(RECEIPT, "7".repeat(1_000_000))).isFalse();
    assertThat(codes.matches("370921202609150000023", code)).isFalse();
    assertThat(codes(OTHER, List.of()).matches(RECEIPT, code)).isFalse();
  }

  @Test
  void keepsAcceptingCodesOfAnEarlierSecret() {
    QueryCodes renewed = codes(OTHER, List.of(KEY));
    assertThat(renewed.matches(RECEIPT, codes.of(RECEIPT))).isTrue();
    assertThat(renewed.matches(RECEIPT, renewed.of(RECEIPT))).isTrue();
    assertThat(renewed.of(RECEIPT)).isNotEqualTo(codes.of(RECEIPT));
  }

  @Test
  void demonstrationKeepsItsSecretBesideTheDatabase() {
    QueryCodes first = codes("", List.of(), "demo");
    assertThat(data.resolve("demo-paper.key")).exists();
    assertThat(codes("", List.of(), "demo").of(RECEIPT)).isEqualTo(first.of(RECEIPT));
  }

  @Test
  void startsWithoutAGoodSecretInTheDemonstrationOnly() {
    assertThatThrownBy(() -> codes("", List.of()))
        .hasMessageContaining("onewindow.paper.signing-key");
    assertThatThrownBy(() -> codes("c2hvcnQ=", List.of(), "demo"))
        .hasMessageContaining("32 字节")
        .hasMessageNotContaining("c2hvcnQ=");
    assertThatThrownBy(() -> codes("不是密钥", List.of(), "demo")).hasMessageContaining("Base64");
  }

  private QueryCodes codes(String key, List<String> earlier, String... profiles) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profiles);
    return new QueryCodes(
        new PaperKeys(
            new PaperSettings(key, earlier, "", Map.of(), List.of(), 1), data, environment));
  }
}
