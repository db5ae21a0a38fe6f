package io.onewindow.casefile.paper;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.MaskedName;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells whether a paper is genuine. A wrong number, a wrong signature and a paper whose record was
 * changed are refused in the same words, so that a refusal teaches nothing.
 */
@Component
class Verifications {

  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

  /** A guess costs as much as so many good questions. */
  private static final int PRICE_OF_A_GUESS = 4;

  private static final String NO_DIGEST = "0".repeat(64);

  private final PaperStore store;
  private final Papers papers;
  private final PaperSignatures signatures;
  private final PaperKeys keys;
  private final ServiceNames services;
  private final CaseFile files;
  private final Throttle throttle;
  private final Clock time;

  Verifications(
      PaperStore store,
      Papers papers,
      PaperSignatures signatures,
      PaperKeys keys,
      ServiceNames services,
      CaseFile files,
      PaperSettings settings,
      Clock time) {
    this.store = store;
    this.papers = papers;
    this.signatures = signatures;
    this.keys = keys;
    this.services = services;
    this.files = files;
    this.throttle = new Throttle(settings.verificationsPerMinute());
    this.time = time;
  }

  /**
   * @param signature as the code on the paper has it; null when it was left out
   * @param caller address of who asks
   * @throws Problem 404 when the paper is not genuine, 429 when the caller asks too often
   */
  VerifiedPaper statement(String paperNo, String signature, String caller) {
    Paper paper = genuine(paperNo, signature, caller);
    PaperContent content = papers.content(paper);
    CaseRecord file =
        files
            .find(paper.receiptNo())
            .orElseThrow(() -> new IllegalStateException("no case of paper " + paperNo));
    return new VerifiedPaper(
        paper.paperNo(),
        content.title(),
        content.author(),
        content.date(),
        paper.issuedAt().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
        services.of(file.service()),
        MaskedName.of(file.applicantName()),
        file.state().label(),
        papers.printed(paper).pdfDigest(),
        keys.isDemo());
  }

  private Paper genuine(String paperNo, String signature, String caller) {
    spend(caller, 1);
    Optional<Paper> found = store.find(paperNo);
    String digest = found.map(Paper::contentDigest).orElse(NO_DIGEST);
    boolean signed = signatures.matches(paperNo, digest, signature);
    if (found.isEmpty() || !signed) {
      spend(caller, PRICE_OF_A_GUESS);
      throw refused();
    }
    if (!found.get().isIntact()) {
      LOG.error("paper {} is not what was issued: its record was changed", found.get().paperNo());
      throw refused();
    }
    return found.get();
  }

  private void spend(String caller, int turns) {
    if (!throttle.spend(caller, turns, time.instant())) {
      throw Problem.of(429, "too-often", "核验过于频繁，请一分钟后再试。");
    }
  }

  private static Problem refused() {
    return Problem.notFound("not-genuine", "核验未通过：本系统没有签发过这份文书，或者二维码、链接被改动。请勿采信，并向签发部门的窗口核实。");
  }
}
