package io.onewindow.casefile.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.Supplements;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.paper.ApplicantsPapers;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the page's script asks and does, for whoever has shown the query code of that case. */
@RestController
@RequestMapping("/progress/{receiptNo:[0-9]{1,40}}")
class ProgressApi {

  /** The code goes in the body: addresses are logged and remembered, bodies are not. */
  record Key(String code) {}

  record Given(Integer grade, String remark) {}

  record Note(String note) {}

  private final ProgressDoor door;
  private final ProgressPass pass;
  private final ProgressViews views;
  private final CaseFile files;
  private final Supplements supplements;
  private final Ratings ratings;
  private final Materials materials;
  private final ApplicantsPapers papers;
  private final Callers callers;
  private final ObjectMapper json;

  ProgressApi(
      ProgressDoor door,
      ProgressPass pass,
      ProgressViews views,
      CaseFile files,
      Supplements supplements,
      Ratings ratings,
      Materials materials,
      ApplicantsPapers papers,
      Callers callers,
      ObjectMapper json) {
    this.door = door;
    this.pass = pass;
    this.views = views;
    this.files = files;
    this.supplements = supplements;
    this.ratings = ratings;
    this.materials = materials;
    this.papers = papers;
    this.callers = callers;
    this.json = json;
  }

  /** Opens the page for a while. */
  @PostMapping(value = "/session", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> open(
      @PathVariable String receiptNo, @RequestBody byte[] body, HttpServletRequest request) {
    door.open(receiptNo, parsed(body, Key.class).code(), request.getRemoteAddr());
    return ResponseEntity.noContent()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.SET_COOKIE, pass.issue(receiptNo, request).toString())
        .build();
  }

  @GetMapping("/data")
  ResponseEntity<ProgressView> data(@PathVariable String receiptNo, HttpServletRequest request) {
    return view(file(receiptNo, request));
  }

  /** Keeps one file for one of the missing materials. */
  @PostMapping(value = "/materials", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<ProgressView> upload(
      @PathVariable String receiptNo,
      @RequestParam String material,
      @RequestParam MultipartFile file,
      HttpServletRequest request)
      throws IOException {
    CaseRecord theCase = file(receiptNo, request);
    refuseUnasked(receiptNo);
    try (InputStream content = file.getInputStream()) {
      materials.submitByApplicant(receiptNo, material, file.getOriginalFilename(), content);
    }
    return view(theCase);
  }

  /** Everything that was asked for is there, says the applicant. */
  @PostMapping(value = "/supplement", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ProgressView> supplement(
      @PathVariable String receiptNo, @RequestBody byte[] body, HttpServletRequest request) {
    Note supplied = parsed(body, Note.class);
    return act(
        receiptNo,
        request,
        file -> {
          refuseUnasked(receiptNo);
          supplements.byApplicant(receiptNo, supplied.note());
        });
  }

  /** The applicant hands in what was asked for, not whatever else. */
  private void refuseUnasked(String receiptNo) {
    if (!supplements.isAwaited(receiptNo)) {
      throw Problem.conflict("nothing-awaited", "本办件现在没有等待补正的材料：或者未曾告知补正，或者已经收到补正。");
    }
  }

  @PostMapping(value = "/rating", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ProgressView> rate(
      @PathVariable String receiptNo, @RequestBody byte[] body, HttpServletRequest request) {
    Given given = parsed(body, Given.class);
    return act(receiptNo, request, file -> ratings.rate(file, given.grade(), given.remark()));
  }

  @GetMapping("/papers/{paperId}")
  ResponseEntity<byte[]> paper(
      @PathVariable String receiptNo, @PathVariable String paperId, HttpServletRequest request) {
    file(receiptNo, request);
    return papers.pdf(receiptNo, paperId);
  }

  private ResponseEntity<ProgressView> act(
      String receiptNo, HttpServletRequest request, Consumer<CaseRecord> deed) {
    deed.accept(file(receiptNo, request));
    return view(files.find(receiptNo).orElseThrow());
  }

  /** The case whose query code was shown. */
  private CaseRecord file(String receiptNo, HttpServletRequest request) {
    pass.check(receiptNo, request);
    return files
        .find(receiptNo)
        .orElseThrow(() -> Problem.notFound("unknown-case", "没有这个办件，请到窗口查询。"));
  }

  private ResponseEntity<ProgressView> view(CaseRecord file) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(callers.asSystem(() -> views.of(file)));
  }

  private <T> T parsed(byte[] body, Class<T> type) {
    try {
      T value = json.readValue(body, type);
      if (value != null) {
        return value;
      }
    } catch (IOException malformed) {
      // told below, as for an empty body
    }
    throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON，或字段类型不正确。");
  }
}
