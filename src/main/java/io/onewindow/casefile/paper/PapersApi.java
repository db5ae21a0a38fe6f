package io.onewindow.casefile.paper;

import io.onewindow.casefile.CaseAccess;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a case for signed-in callers who may see the case. */
@RestController
@RequestMapping("/api/v1/cases/{receiptNo}/papers")
class PapersApi {

  private final CaseAccess access;
  private final OfficialsPapers papers;

  PapersApi(CaseAccess access, OfficialsPapers papers) {
    this.access = access;
    this.papers = papers;
  }

  /** The papers in the order they were issued. */
  @GetMapping
  List<PaperView> list(@PathVariable String receiptNo) {
    return papers.of(access.file(receiptNo).receiptNo());
  }

  /** One paper as PDF. */
  @GetMapping("/{paperNo}")
  ResponseEntity<byte[]> file(@PathVariable String receiptNo, @PathVariable String paperNo) {
    Paper paper = papers.of(access.file(receiptNo).receiptNo(), paperNo);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF);
    PdfAnswer.headers(paper, true).forEach(answer::header);
    return answer.body(papers.pdf(paper));
  }
}
