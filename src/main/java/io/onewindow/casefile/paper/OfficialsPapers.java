package io.onewindow.casefile.paper;

import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The papers of a case as officials read them who may see the case. One that bears the query code,
 * by which the applicant is known on the progress page, is only for the window that hands it out:
 * nobody else could act as the applicant, or rate their own work.
 */
@Component
class OfficialsPapers {

  private final Papers papers;
  private final Callers callers;

  OfficialsPapers(Papers papers, Callers callers) {
    this.papers = papers;
    this.callers = callers;
  }

  /** Those that the caller may read, in the order they were issued. */
  List<PaperView> of(String receiptNo) {
    return papers.of(receiptNo).stream().filter(this::isReadable).map(PaperView::of).toList();
  }

  /**
   * @throws Problem 404 when the case has no such paper, 403 when it is the window's alone
   */
  Paper of(String receiptNo, String paperNo) {
    Paper paper = papers.of(receiptNo, paperNo);
    if (!isReadable(paper)) {
      throw Problem.forbidden("query-code", "这份文书印有申请人的查询码，只由受理窗口打印、交给申请人。");
    }
    return paper;
  }

  byte[] pdf(Paper paper) {
    return papers.pdf(paper);
  }

  private boolean isReadable(Paper paper) {
    return callers.current().orElseThrow().groups().contains(StaffGroup.WINDOW)
        || !papers.content(paper).showsQueryCode();
  }
}
