package io.onewindow.casefile.material;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that a material may consist of. HTML and SVG are never among them. */
public enum FileKind {
  PDF("application/pdf", true, "pdf"),
  JPEG("image/jpeg", true, "jpg", "jpeg"),
  PNG("image/png", true, "png"),
  /** 版式文档, GB/T 33190-2016. */
  OFD("application/ofd", false, "ofd"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx");

  private final String mediaType;
  private final boolean shown;
  private final List<String> endings;

  FileKind(String mediaType, boolean shown, String... endings) {
    this.mediaType = mediaType;
    this.shown = shown;
    this.endings = List.of(endings);
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether a browser can show it by itself. */
  public boolean isShown() {
    return shown;
  }

  List<String> endings() {
    return endings;
  }

  /** The kind that a file of that name claims to be. */
  static Optional<FileKind> named(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.endings.stream().anyMatch(end -> lower.endsWith("." + end)))
        .findFirst();
  }
}
