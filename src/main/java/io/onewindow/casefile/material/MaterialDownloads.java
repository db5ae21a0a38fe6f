package io.onewindow.casefile.material;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives files out, and notes who had them. */
@Component
class MaterialDownloads {

  /** Whatever a file contains, the browser gives it no script, no form and no origin. */
  private static final String POLICY = "sandbox; default-src 'none'; frame-ancestors %s";

  private final MaterialAccess access;
  private final MaterialRules rules;
  private final MaterialStore store;
  private final MaterialFileStore files;
  private final ContentStore contents;
  private final Callers callers;
  private final Clock time;

  MaterialDownloads(
      MaterialAccess access,
      MaterialRules rules,
      MaterialStore store,
      MaterialFileStore files,
      ContentStore contents,
      Callers callers,
      Clock time) {
    this.access = access;
    this.rules = rules;
    this.store = store;
    this.files = files;
    this.contents = contents;
    this.callers = callers;
    this.time = time;
  }

  /**
   * A file for a reader who may have it; noted in the case's history.
   *
   * @throws Problem 403 or 404 when the reader may not have it or it is not there
   */
  @Transactional
  public MaterialFile toDownload(String receiptNo, String fileId) {
    access.toRead(receiptNo);
    MaterialFile file = rules.file(files.find(receiptNo, fileId));
    store.note(
        rules.material(receiptNo, file.materialId()),
        fileId,
        "READ",
        time.instant().truncatedTo(ChronoUnit.MILLIS),
        callers.current().map(Caller::id).orElse(null),
        file.name());
    return file;
  }

  /**
   * The same to be shown in a frame of our own pages.
   *
   * @throws Problem 415 for what browsers cannot show
   */
  @Transactional
  public MaterialFile toShow(String receiptNo, String fileId) {
    MaterialFile file = toDownload(receiptNo, fileId);
    if (!file.kind().isShown()) {
      throw Problem.of(415, "no-preview", "这种文件不能在浏览器中预览，请下载后查看。");
    }
    return file;
  }

  void write(MaterialFile file, OutputStream out) throws IOException {
    contents.write(file.digest(), out);
  }

  /**
   * Headers under which a file is harmless to whoever opens it.
   *
   * @param shown whether it is to be shown in a frame of ours instead of saved
   */
  static Map<String, String> headers(MaterialFile file, boolean shown) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", file.kind().mediaType());
    headers.put("Content-Length", String.valueOf(file.size()));
    headers.put(
        "Content-Disposition",
        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(file.name(), StandardCharsets.UTF_8)
            .build()
            .toString());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", POLICY.formatted(shown ? "'self'" : "'none'"));
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cache-Control", "no-store");
    headers.put("ETag", "\"" + file.digest() + "\"");
    return headers;
  }
}
