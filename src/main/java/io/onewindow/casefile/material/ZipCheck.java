package io.onewindow.casefile.material;

import io.onewindow.problem.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Looks through the package that an OFD, DOCX or XLSX file is. Everything is unpacked once, counted
 * and thrown away; whatever exceeds the budget is refused before it costs more than the budget. An
 * embedded document may be a package itself, but not hold another one.
 */
final class ZipCheck {

  private static final int PIECE = 64 * 1024;
  private static final int DEEPEST = 1;
  private static final int LONGEST_PART = 1024 * 1024;
  private static final long ALWAYS_ALLOWED = 10L * 1024 * 1024;
  private static final Pattern OUTSIDE = Pattern.compile("(^|/)\\.\\.(/|$)|^/|[\\\\\\x00-\\x1f]");

  private final MaterialSettings settings;
  private final FileKind kind;
  private final byte[] buffer = new byte[PIECE];
  private long packed;
  private long unpacked;
  private int entries;

  ZipCheck(MaterialSettings settings, FileKind kind) {
    this.settings = settings;
    this.kind = kind;
  }

  /**
   * @throws Problem 415 when it is no such file or must not be unpacked
   */
  void check(StagedFile file) {
    packed = file.size();
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      if (zip.size() > settings.mostEntries()) {
        throw bomb("包内文件过多");
      }
      if (!isOfKind(zip)) {
        throw ContentCheck.mismatch(kind);
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(entry)) {
          look(entry, content, 0);
        }
      }
    } catch (IOException | IllegalArgumentException damaged) {
      // the JDK says IllegalArgumentException of a name that is no UTF-8
      throw Problem.of(415, "package-damaged", "文件已损坏、加密或者不是 " + kind + " 文件，请重新导出后上传。");
    }
  }

  private boolean isOfKind(ZipFile zip) throws IOException {
    return switch (kind) {
      case OFD -> part(zip, "OFD.xml").contains("ofdspec.org");
      case DOCX -> isOffice(zip, "wordprocessingml.document.main+xml");
      default -> isOffice(zip, "spreadsheetml.sheet.main+xml");
    };
  }

  /** ECMA-376: the main part's type stands in the list of content types. */
  private static boolean isOffice(ZipFile zip, String mainType) throws IOException {
    String types = part(zip, "[Content_Types].xml");
    return types.contains(mainType) && !types.contains("macroEnabled");
  }

  private static String part(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return "";
    }
    try (InputStream content = zip.getInputStream(entry)) {
      return new String(content.readNBytes(LONGEST_PART), StandardCharsets.UTF_8);
    }
  }

  private void look(ZipEntry entry, InputStream content, int depth) throws IOException {
    if (++entries > settings.mostEntries()) {
      throw bomb("包内文件过多");
    }
    String name = entry.getName();
    if (OUTSIDE.matcher(name).find()) {
      throw refused("包内的文件名指向包外");
    }
    if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
      throw refused("含有宏");
    }
    BufferedInputStream read = new BufferedInputStream(content, PIECE);
    switch (magic(read)) {
      case PACKAGE -> nested(read, depth);
      case ARCHIVE -> throw refused("内含压缩包");
      case PROGRAM -> throw refused("内含可执行程序");
      default -> drain(read);
    }
  }

  private void nested(InputStream content, int depth) throws IOException {
    if (depth >= DEEPEST) {
      throw bomb("压缩包层层嵌套");
    }
    ZipInputStream inner = new ZipInputStream(content);
    for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
      look(entry, inner, depth + 1);
    }
  }

  /** Unpacks and counts; what is nested is counted at the level where it is at last unpacked. */
  private void drain(InputStream content) throws IOException {
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      unpacked += read;
      if (unpacked > settings.largestUnpacked().toBytes()) {
        throw bomb("解压后过大");
      }
      if (unpacked > ALWAYS_ALLOWED && unpacked / packed > settings.highestRatio()) {
        throw bomb("压缩比异常");
      }
    }
  }

  private enum Magic {
    PACKAGE,
    ARCHIVE,
    PROGRAM,
    OTHER
  }

  private static Magic magic(BufferedInputStream content) throws IOException {
    content.mark(8);
    byte[] head = content.readNBytes(6);
    content.reset();
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\3\4")) {
      return Magic.PACKAGE;
    }
    if (start.startsWith("7z\u00BC\u00AF")
        || start.startsWith("Rar!")
        || start.startsWith("\u001F\u008B")) {
      return Magic.ARCHIVE;
    }
    return start.startsWith("MZ") || start.startsWith("\u007FELF") ? Magic.PROGRAM : Magic.OTHER;
  }

  private static Problem bomb(String why) {
    return Problem.of(415, "package-bomb", "文件不能安全打开（" + why + "），未保存。");
  }

  private Problem refused(String why) {
    return Problem.of(415, "package-refused", kind + " 文件" + why + "，请另存为普通文件后重新上传。");
  }
}
