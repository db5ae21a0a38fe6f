package io.onewindow.casefile.progress;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page itself: the same for everybody, with or without a case. It holds no data. */
@RestController
class ProgressPage {

  /** Nothing but our own files; nobody may show the page in a frame of theirs. */
  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final Resource page = new ClassPathResource("progress.html", ProgressPage.class);

  @GetMapping({"/progress", "/progress/", "/progress/{receiptNo:[0-9]{1,40}}"})
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", ONLY_OURS)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .body(page);
  }
}
