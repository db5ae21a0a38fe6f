package io.onewindow.casefile.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file may be called anything that is a name and reads as it is. */
class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "章程.pdf",
        "𠮷㛃房产证.PDF",
        "a b（1）.jpeg",
        "<img onerror=alert(1)>.pdf",
        "👩‍👩‍👧.png",
        "e\u0301tat.pdf"
      })
  void keepsANameAsItIs(String name) {
    assertThat(FileName.checked(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "../../etc/passwd.pdf",
        "C:\\fakepath\\a.pdf",
        "/a.pdf",
        ".pdf",
        "a\0.pdf",
        "a\n.pdf",
        "a\u001b[2J.pdf",
        "章程\u202Efdp.exe",
        "a\u2066b.pdf",
        "a\uFEFF.pdf",
        "a\ud800.pdf",
        " a.pdf",
        "a.pdf ",
        "a.pdf."
      })
  void refusesWhatIsNoNameOrDeceives(String name) {
    assertThatThrownBy(() -> FileName.checked(name)).isInstanceOf(Problem.class);
  }

  @Test
  void refusesANameOfAMillionCharacters() {
    assertThatThrownBy(() -> FileName.checked("长".repeat(1_000_000) + ".pdf"))
        .isInstanceOf(Problem.class)
        .hasMessage("“文件名”不能超过 80 个字。");
    assertThat(FileName.checked("𠮷".repeat(76) + ".pdf")).hasSize(156);
  }

  @Test
  void knowsTheKindByTheEnding() {
    assertThat(FileKind.named("A.JPEG")).contains(FileKind.JPEG);
    assertThat(FileKind.named("a.pdf.exe")).isEmpty();
    assertThat(FileKind.named("a.svg")).isEmpty();
    assertThat(FileKind.named("pdf")).isEmpty();
  }
}
