package io.onewindow.casefile.paper;

import io.onewindow.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the code on a paper leads: anybody may ask whether the paper is genuine. */
@RestController
@RequestMapping("/verify/{paperNo}")
class VerificationPage {

  private static final Resource PAGE = new ClassPathResource("verify.html", VerificationPage.class);
  private static final String ONLY_OURS =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final int LARGEST = 4_000_000;

  /** Whether an uploaded file is the one that was issued. */
  record Comparison(boolean same, String sha256) {}

  private final Verifications verifications;

  VerificationPage(Verifications verifications) {
    this.verifications = verifications;
  }

  @GetMapping
  ResponseEntity<Resource> page() {
    return answer().contentType(HTML).body(PAGE);
  }

  /** What the page shows of a genuine paper. */
  @GetMapping("/statement")
  ResponseEntity<VerifiedPaper> statement(
      @PathVariable String paperNo,
      @RequestParam(name = "s", required = false) String signature,
      HttpServletRequest request) {
    return answer().body(verifications.statement(paperNo, signature, request.getRemoteAddr()));
  }

  /** Compares a file with what was issued; nothing of it is kept. */
  @PostMapping("/comparison")
  ResponseEntity<Comparison> comparison(
      @PathVariable String paperNo,
      @RequestParam(name = "s", required = false) String signature,
      HttpServletRequest request)
      throws IOException {
    VerifiedPaper paper = verifications.statement(paperNo, signature, request.getRemoteAddr());
    byte[] file = request.getInputStream().readNBytes(LARGEST + 1);
    if (file.length == 0 || file.length > LARGEST) {
      throw Problem.of(file.length == 0 ? 400 : 413, "file-size", "请选择要比对的 PDF 文件，大小不超过 4 MB。");
    }
    String digest = Digest.of(file);
    return answer().body(new Comparison(digest.equals(paper.sha256()), digest));
  }

  private static ResponseEntity.BodyBuilder answer() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", ONLY_OURS)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex");
  }
}
