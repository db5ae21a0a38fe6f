package io.onewindow.casefile.paper;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The papers of a case for its applicant, whose right to them was checked before. */
@Component
public class ApplicantsPapers {

  private final Papers papers;

  ApplicantsPapers(Papers papers) {
    this.papers = papers;
  }

  /** In the order they were issued. */
  public List<PaperView> of(String receiptNo) {
    return papers.of(receiptNo).stream().map(PaperView::of).toList();
  }

  /**
   * The paper as PDF, to be kept.
   *
   * @throws io.onewindow.problem.Problem 404 when the case has no such paper
   */
  public ResponseEntity<byte[]> pdf(String receiptNo, String paperNo) {
    Paper paper = papers.of(receiptNo, paperNo);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF);
    PdfAnswer.headers(paper, true).forEach(answer::header);
    return answer.body(papers.pdf(paper));
  }
}
