package io.onewindow.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.print.Sheet.Block;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetPrinterTest {

  private static final String ADDRESS = "https://hall.example/verify/370921202609150000015-S1?s=x";

  private final SheetPrinter printer = new SheetPrinter("");

  @Test
  void printsEveryKindOfBlock() {
    PrintedPaper paper =
        printed(
            new Sheet.Heading("宁阳县行政审批服务局", "收件回执"),
            new Sheet.RightLine("编号：370921202609150000015-S1"),
            new Sheet.Line("王晓明："),
            new Sheet.Fact("办理事项", "企业开办"),
            new Sheet.Text("本机关已收到您提交的申请材料。"),
            new Sheet.Item(1, "住所使用证明"),
            new Sheet.Remark("本回执不代表受理。"),
            closing());
    paper.picture("print-blocks");
    assertThat(paper.text().lines())
        .contains(
            "宁阳县行政审批服务局",
            "收件回执",
            "编号：370921202609150000015-S1",
            "王晓明：",
            "办理事项 企业开办",
            "本机关已收到您提交的申请材料。",
            "1. 住所使用证明",
            "本回执不代表受理。");
    assertThat(paper.words()).contains("（加盖专用印章）", "2026年9月15日", "第1页，共1页");
    assertThat(paper.code()).isEqualTo(ADDRESS);
  }

  @Test
  void saysOnEverySheetWhatItIsMarkedAs() {
    byte[] drill = new SheetPrinter("演练：不具有法律效力").print(sheet(List.of(new Sheet.Line("王晓明："))));
    assertThat(new PrintedPaper(drill).text().lines())
        .startsWith("演练：不具有法律效力", "王晓明：")
        .anyMatch(line -> line.startsWith("演练：不具有法律效力 370921202609150000015-S1"));
    assertThat(printed(new Sheet.Line("王晓明：")).text()).doesNotContain("演练");
  }

  /** From the list of standard characters, Extensions A to F, radicals and composed letters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "㛃", "䶮", "龘", "靐", "𠮷", "𬭎", "𡎚", "𬬻", "𪚥", "𠂇", "𫝀", "𫠝", "𬺰", "𭁈", "𮯠", "⼈",
        "⾏", "⺠", "行", "民", "〇", "Ａ", "１", "〔2026〕", "é", "ǚ", "№", "℃", "㎡", "①", "Ω", "Я", "—",
        "“ ”"
      })
  void printsRareCharactersAsTheyAre(String text) {
    assertThat(printed(new Sheet.Fact("姓名", "王" + text + "明")).text())
        .contains("姓名 王" + text + "明")
        .doesNotContain("U+");
  }

  @Test
  void setsCombiningMarksOnTheirLetters() {
    PrintedPaper paper = printed(new Sheet.Line("e\u0301 ê\u0304 ê\u030c m\u0300 n\u0301 永\u0301"));
    assertThat(paper.text()).contains("é").doesNotContain("U+");
    assertThat(paper.words().codePoints().filter(c -> c == 0x0304 || c == 0x030c).count())
        .isEqualTo(2);
    paper.picture("print-marks");
  }

  /** Not in any font, or of no shape at all: a reader must see that something stands there. */
  @ParameterizedTest
  @ValueSource(ints = {0x30EDE, 0x1F600, 0x0F40, 0x202E, 0x200D, 0xE0100, 0x0323, 0x0007, 0xFFFF})
  void spellsOutWhatNoFontHas(int code) {
    String spelt = "U+%04X".formatted(code);
    PrintedPaper paper = printed(new Sheet.Line("王" + Character.toString(code) + "明"));
    assertThat(paper.words()).contains("王[" + spelt + "]明", "方括号内的" + spelt + "是本系统字库未收字符的统一码");
    assertThat(printed(new Sheet.Line("王明")).words()).doesNotContain("统一码");
  }

  @Test
  void printsMarkupAndExpressionsAsTheyStand() {
    String hostile =
        "<script>alert('1')</script>&amp; ${1/0} #{T(java.lang.Runtime)} (\\) %PDF ]]>";
    assertThat(printed(new Sheet.Text(hostile)).words()).contains(hostile.replaceAll("\\s", ""));
  }

  @Test
  void wrapsAMillionCharactersOverPages() {
    String part = "行政许可申请材料，应当齐全。<b>𠮷</b> ";
    String long_ = part.repeat(1_000_000 / part.length());
    PrintedPaper paper = printed(new Sheet.Fact("说明", long_), closing());
    assertThat(paper.pages()).isGreaterThan(500);
    String words = paper.words();
    assertThat(words.codePoints().filter(c -> c == 0x20BB7).count())
        .isEqualTo(1_000_000 / part.length());
    assertThat(words.codePoints().filter(c -> c == '材').count())
        .isEqualTo(1_000_000 / part.length());
    assertThat(words.contains("第500页，共" + paper.pages() + "页")).isTrue();
  }

  @Test
  void breaksAWordThatIsLongerThanALine() {
    String word = "A".repeat(300);
    assertThat(printed(new Sheet.Line(word)).words()).contains(word);
  }

  @Test
  void beginsNoLineWithClosingPunctuation() {
    PrintedPaper paper = printed(new Sheet.Line("测试，文字。（内容）“引号”；".repeat(60)));
    assertThat(paper.text().lines().filter(line -> line.matches("[，。）”；].*"))).isEmpty();
    assertThat(paper.text().lines().filter(line -> line.matches(".*[（“]"))).isEmpty();
  }

  @Test
  void keepsTheClosingOnOnePage() {
    for (int lines = 20; lines < 40; lines++) {
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < lines; i++) {
        blocks.add(new Sheet.Line("第" + i + "行"));
      }
      blocks.add(closing());
      assertThat(new PrintedPaper(printer.print(sheet(blocks))).code()).isEqualTo(ADDRESS);
    }
  }

  @Test
  void givesTheSameBytesForTheSameSheetAlsoToManyAtOnce() throws Exception {
    Sheet sheet = sheet(List.of(new Sheet.Line("王𠮷明e\u0304"), closing()));
    byte[] first = printer.print(sheet);
    var crowd = Executors.newFixedThreadPool(4);
    try {
      Callable<byte[]> print = () -> new SheetPrinter("").print(sheet);
      for (Future<byte[]> other : crowd.invokeAll(java.util.Collections.nCopies(20, print))) {
        assertThat(other.get()).isEqualTo(first);
      }
    } finally {
      crowd.shutdownNow();
    }
    assertThat(printer.print(sheet(List.of(new Sheet.Line("王吉明"), closing())))).isNotEqualTo(first);
  }

  private PrintedPaper printed(Block... blocks) {
    return new PrintedPaper(printer.print(sheet(List.of(blocks))));
  }

  private static Sheet sheet(List<Block> blocks) {
    return new Sheet(
        "收件回执",
        "宁阳县行政审批服务局",
        ZonedDateTime.parse("2026-09-15T10:00:00+08:00[Asia/Shanghai]"),
        "370921202609150000015-S1",
        blocks);
  }

  private static Sheet.Closing closing() {
    return new Sheet.Closing("宁阳县行政审批服务局", "2026年9月15日", "（加盖专用印章）", ADDRESS, List.of("扫码核验真伪"));
  }
}
