package io.onewindow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an export hides of persons, and what it must leave readable. */
class MaskingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "证件 11010519491231002X，电话 18612345678 | 证件 1101**********002X，电话 186****5678",
        "证件号110105 19491231 002x。 | 证件号1101**********002x。",
        "110105-1949-12-31-0021 | 1101**********0021",
        "110 105 194 912 310 021 | 1101**********0021",
        "１１０１０５１９４９１２３１００２Ｘ | 1101**********002X",
        "旧证110105491231002 | 旧证1101********002",
        "130105 491231 002 | 1301********002",
        "186 1234 5678 | 186****5678",
        "186-1234-5678转 | 186****5678转",
        "186.1234.5678 | 186****5678",
        "186 - 1234 - 5678 | 186****5678",
        "18612 345678 | 186****5678",
        "1 8 6 1 2 3 4 5 6 7 8 | 186****5678",
        "１８６　１２３４－５６７８ | 186****5678",
        "8618612345678 | 86186****5678",
        "+8618612345678 | +86186****5678",
        "+86 186-1234-5678 | +86 186****5678",
        "＋８６１８６１２３４５６７８ | +86186****5678",
        "008618612345678 | 0086186****5678",
        "电话18612345678/13912345678 | 电话186****5678/139****5678",
        "18612345678 13912345678 | 186****5678 139****5678",
        "1234567 13912345678 | 1234567 139****5678",
        "370921202609150001235 13912345678 | 370921202609150001235 139****5678",
        "护照E12345678号 | 护照E*****678号",
        "EA1234567、g12345678 | E*****567、g*****678",
        "通行证Ｈ１２３４５６７８ | 通行证H*****678",
        "邮箱zhang.san@example.com。 | 邮箱z***@example.com。",
        "13912345678@139.com 李＠ | 1***@139.com 李＠",
        "李四ls_1990＠qq．com收 | 李四l***@qq.com收",
        // as before, whatever it is
        "913712007654321098 | 9137**********1098"
      })
  void hides(String written, String masked) {
    assertThat(Masking.masked(written)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "受理编号 370921202609150001235 已受理",
        "文书 370921202609150001235-01",
        "统一社会信用代码 91371200MA3C1A2B3X、91370921E12345678A",
        "编号 12345678901234",
        "由 2026-09-15 改为 2026-09-30 1项",
        "2026-09-15 18:00 至 2026-10-15 18:00",
        "2026年9月15日，12 个工作日，1500.00 元",
        "2026-12-01T02:00:00Z → 2026-12-01T02:00:00.123Z",
        "deploymentId=e1234567-1391-1234-5678-139123456781",
        "SHA-256 1391234567890123456789012345678901234567890123456789012345678901",
        "来自 192.168.100.23",
        "鲁（2026）宁阳县不动产权第0001234号，河〔2026〕1号",
        "company-registration:3:4711，userTask_a12345678",
        "12345678901 23456789012"
      })
  void leaves(String written) {
    assertThat(Masking.masked(written)).isEqualTo(written);
  }

  /** Where a pattern backtracks without end, this does not end. */
  @ParameterizedTest
  @ValueSource(strings = {"1  -  ", "1 3 ", "a.", "9", "+86 ", "1.1.", "A1"})
  void comesToTheEndOfAnyText(String part) {
    String written = part.repeat(4000) + "，" + "18612345678";
    assertThat(Masking.masked(written)).endsWith("，186****5678");
  }
}
