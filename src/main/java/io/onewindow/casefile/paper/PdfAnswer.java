package io.onewindow.casefile.paper;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;

/** How a paper's file is sent: as what it is and nothing else, kept by no cache. */
final class PdfAnswer {

  static final String TYPE = "application/pdf";

  private static final String NOTHING_AROUND = "frame-ancestors 'none'";

  /** Not for what is to be shown: browsers run their own viewer inside the same fence. */
  private static final String NOTHING_RUNS = "sandbox; default-src 'none'; " + NOTHING_AROUND;

  private PdfAnswer() {}

  /**
   * @param download whether the browser is to keep the file instead of showing it
   */
  static Map<String, String> headers(Paper paper, boolean download) {
    ContentDisposition disposition =
        (download ? ContentDisposition.attachment() : ContentDisposition.inline())
            .filename(paper.kind().title() + "-" + paper.paperNo() + ".pdf", StandardCharsets.UTF_8)
            .build();
    return Map.of(
        "Content-Disposition", disposition.toString(),
        "X-Content-Type-Options", "nosniff",
        "Content-Security-Policy", download ? NOTHING_RUNS : NOTHING_AROUND,
        "Cache-Control", "no-store",
        "Referrer-Policy", "no-referrer");
  }
}
