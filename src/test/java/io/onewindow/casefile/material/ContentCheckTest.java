package io.onewindow.casefile.material;

import static io.onewindow.casefile.material.TestFiles.docxParts;
import static io.onewindow.casefile.material.TestFiles.ofdParts;
import static io.onewindow.casefile.material.TestFiles.parts;
import static io.onewindow.casefile.material.TestFiles.pdf;
import static io.onewindow.casefile.material.TestFiles.picture;
import static io.onewindow.casefile.material.TestFiles.with;
import static io.onewindow.casefile.material.TestFiles.xlsxParts;
import static io.onewindow.casefile.material.TestFiles.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** A file is what its name says, whole, and harmless to unpack. */
class ContentCheckTest {

  private static final MaterialSettings SETTINGS =
      new MaterialSettings(
          List.of(FileKind.values()),
          DataSize.ofMegabytes(20),
          DataSize.ofMegabytes(200),
          200,
          100_000_000,
          5000,
          DataSize.ofMegabytes(300),
          200);
  private static final int MEGABYTE = 1024 * 1024;

  private final ContentCheck check = new ContentCheck(SETTINGS, file -> Optional.empty());

  static Stream<Arguments> genuine() {
    return Stream.of(
        Arguments.of(FileKind.PDF, pdf("text")),
        Arguments.of(FileKind.PNG, picture("png")),
        Arguments.of(FileKind.JPEG, picture("jpeg")),
        Arguments.of(FileKind.DOCX, zip(docxParts())),
        Arguments.of(FileKind.XLSX, zip(xlsxParts())),
        Arguments.of(FileKind.OFD, zip(ofdParts())),
        // a document with an embedded table
        Arguments.of(
            FileKind.DOCX, zip(with(docxParts(), "word/embeddings/table.xlsx", zip(xlsxParts())))),
        // ten megabytes of the same are no bomb: a scanned white page packs like that
        Arguments.of(
            FileKind.DOCX, zip(with(docxParts(), "word/media/a", new byte[9 * MEGABYTE]))));
  }

  @ParameterizedTest
  @MethodSource("genuine")
  void takesWhatIsGenuine(FileKind kind, byte[] content) {
    check(kind, content);
  }

  static Stream<Arguments> others() {
    return Stream.of(FileKind.values())
        .flatMap(
            claimed ->
                genuine()
                    .filter(real -> real.get()[0] != claimed)
                    .map(real -> Arguments.of(claimed, real.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("others")
  void refusesWhatIsAnotherKind(FileKind claimed, byte[] content) {
    assertThat(refusal(claimed, content).status()).isEqualTo(415);
  }

  static Stream<Arguments> refused() {
    byte[] html = "<html><script>alert(1)</script></html>".getBytes(ISO_8859_1);
    byte[] png = picture("png");
    return Stream.of(
        Arguments.of(FileKind.PDF, html, "content-mismatch"),
        Arguments.of(FileKind.PNG, html, "content-mismatch"),
        Arguments.of(FileKind.JPEG, html, "content-mismatch"),
        Arguments.of(FileKind.DOCX, html, "package-damaged"),
        Arguments.of(FileKind.PDF, "%PDF-1.7 cut off".getBytes(ISO_8859_1), "content-mismatch"),
        // a page that pretends: the header is not at the first byte
        Arguments.of(FileKind.PDF, join(html, pdf("x")), "content-mismatch"),
        Arguments.of(FileKind.PNG, Arrays.copyOf(png, png.length - 4), "content-mismatch"),
        Arguments.of(FileKind.PNG, join(png, html), "content-mismatch"),
        Arguments.of(FileKind.PNG, huge(png), "picture-too-large"),
        Arguments.of(FileKind.JPEG, bytes(0xFF, 0xD8, 0xFF, 0xE0), "content-mismatch"),
        Arguments.of(
            FileKind.JPEG,
            bytes(0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 1, 0x11, 0, 0),
            "picture-too-large"),
        Arguments.of(FileKind.DOCX, zip(parts("a.txt", "text")), "content-mismatch"),
        Arguments.of(FileKind.OFD, zip(parts("OFD.xml", "<x/>")), "content-mismatch"),
        Arguments.of(
            FileKind.DOCX,
            Arrays.copyOf(zip(docxParts()), zip(docxParts()).length - 30),
            "package-damaged"),
        Arguments.of(
            FileKind.DOCX, zip(with(docxParts(), "word/vbaProject.bin", html)), "package-refused"),
        Arguments.of(
            FileKind.DOCX, zip(with(docxParts(), "../../etc/passwd", html)), "package-refused"),
        Arguments.of(FileKind.DOCX, zip(with(docxParts(), "/etc/passwd", html)), "package-refused"),
        Arguments.of(FileKind.DOCX, zip(with(docxParts(), "a\\b", html)), "package-refused"),
        Arguments.of(
            FileKind.DOCX,
            zip(with(docxParts(), "word/a.bin", bytes('M', 'Z', 0x90))),
            "package-refused"),
        Arguments.of(
            FileKind.DOCX,
            zip(with(docxParts(), "word/a", bytes(0x1F, 0x8B, 8, 0))),
            "package-refused"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsBrokenOrHides(FileKind kind, byte[] content, String code) {
    assertThat(refusal(kind, content).code()).isEqualTo(code);
  }

  /** 42.zip: packages in packages, each level sixteen times the one below. */
  @Test
  void refusesPackagesInPackagesBeforeTheyCost() {
    byte[] level = zip(Map.of("0", new byte[8 * MEGABYTE]));
    for (int depth = 0; depth < 4; depth++) {
      Map<String, byte[]> copies = new TreeMap<>();
      for (int i = 0; i < 16; i++) {
        copies.put("lib" + i + ".zip", level);
      }
      level = zip(copies);
    }
    Problem refusal = refusal(FileKind.DOCX, zip(with(docxParts(), "word/a.zip", level)));
    assertThat(refusal.code()).isEqualTo("package-bomb");
    assertThat(refusal.getMessage()).contains("嵌套");
  }

  @Test
  void refusesWhatUnpacksToFarMore() {
    byte[] bomb = zip(with(docxParts(), "word/media/a", new byte[64 * MEGABYTE]));
    assertThat(bomb.length).isLessThan(MEGABYTE);
    assertThat(refusal(FileKind.DOCX, bomb).getMessage()).contains("压缩比");
    byte[] nested = zip(with(docxParts(), "word/embeddings/a.xlsx", bomb));
    assertThat(refusal(FileKind.DOCX, nested).code()).isEqualTo("package-bomb");
  }

  @Test
  void refusesTooManyEntries() {
    Map<String, byte[]> many = new TreeMap<>(docxParts());
    for (int i = 0; i < 6000; i++) {
      many.put("e" + i, new byte[0]);
    }
    assertThat(refusal(FileKind.DOCX, zip(many)).getMessage()).contains("过多");
    byte[] nested = zip(with(docxParts(), "word/embeddings/a.xlsx", zip(many)));
    assertThat(refusal(FileKind.DOCX, nested).getMessage()).contains("过多");
  }

  @Test
  void asksTheScanner() {
    byte[] eicar =
        pdf("X5O!P%@AP[4\\\\PZX54\\(P^\\)7CC\\)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
    ContentScanner scanner =
        file -> text(file).contains("EICAR-STANDARD") ? Optional.of("EICAR") : Optional.empty();
    ContentCheck scanning = new ContentCheck(SETTINGS, scanner);
    try (StagedFile staged = staged(eicar)) {
      assertThatThrownBy(() -> scanning.check(staged, FileKind.PDF))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("恶意代码（EICAR）");
    }
    try (StagedFile staged = staged(pdf("clean"))) {
      scanning.check(staged, FileKind.PDF);
    }
  }

  @Test
  void refusesEmptyOversizedAndBrokenUploadsAndLeavesNothingBehind() throws IOException {
    long before = parked();
    assertThat(receiving(new byte[0]).code()).isEqualTo("file-empty");
    assertThat(receiving(new byte[20 * MEGABYTE + 1]).code()).isEqualTo("file-too-large");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    assertThatThrownBy(() -> StagedFile.receive(broken, SETTINGS.largestFile()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("上传中断");
    assertThat(parked()).isEqualTo(before);
  }

  private static long parked() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(StagedFile.PREFIX))
          .count();
    }
  }

  private static Problem receiving(byte[] content) {
    try (StagedFile staged = staged(content)) {
      throw new AssertionError("received " + staged.size());
    } catch (Problem refusal) {
      return refusal;
    }
  }

  private void check(FileKind kind, byte[] content) {
    try (StagedFile staged = staged(content)) {
      check.check(staged, kind);
    }
  }

  private Problem refusal(FileKind kind, byte[] content) {
    try {
      check(kind, content);
    } catch (Problem refusal) {
      return refusal;
    }
    throw new AssertionError("taken as " + kind);
  }

  private static StagedFile staged(byte[] content) {
    return StagedFile.receive(new ByteArrayInputStream(content), SETTINGS.largestFile());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** The same picture, said to be as large as can be. */
  private static byte[] huge(byte[] png) {
    byte[] huge = png.clone();
    Arrays.fill(huge, 17, 20, (byte) 0xFF);
    Arrays.fill(huge, 21, 24, (byte) 0xFF);
    return huge;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
