package io.onewindow.casefile.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.print.SheetPrinter;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Issues papers and finds them again. */
@Component
class Papers {

  /** A receipt shows the query code: a copy of the database must not open anybody's case. */
  private static final String SAFE = "paper safe";

  private final PaperStore store;
  private final PaperSheets sheets;
  private final Vault vault;
  private final SheetPrinter printer;
  private final ObjectMapper json;

  Papers(
      PaperStore store, PaperSheets sheets, Vault vault, SheetPrinter printer, ObjectMapper json) {
    this.store = store;
    this.sheets = sheets;
    this.vault = vault;
    this.printer = printer;
    this.json = json;
  }

  /** The number that the case's next paper of that kind bears. */
  String nextNumber(String receiptNo, PaperKind kind) {
    return kind.number(receiptNo, store.countLocked(receiptNo, kind));
  }

  /**
   * @param by user id, null when the system or the law issues it
   */
  Paper issue(PaperKind kind, CaseRecord file, PaperContent content, Instant at, String by) {
    String text = text(content);
    String digest = Digest.of(text);
    byte[] pdf = printer.print(sheets.of(content, file.receiptNo(), digest, at));
    Paper paper =
        new Paper(content.number(), file.receiptNo(), kind, text, digest, Digest.of(pdf), at, by);
    store.add(paper, vault.seal(SAFE, paper.paperNo(), pdf));
    return paper;
  }

  /** The papers of a case in the order they were issued. */
  List<Paper> of(String receiptNo) {
    return store.of(receiptNo);
  }

  /**
   * @throws Problem 404 when the case has no such paper
   */
  Paper of(String receiptNo, String paperNo) {
    return store
        .find(paperNo)
        .filter(paper -> paper.receiptNo().equals(receiptNo))
        .orElseThrow(() -> Problem.notFound("unknown-paper", "本办件没有这份文书。"));
  }

  byte[] pdf(Paper paper) {
    return vault.open(SAFE, paper.paperNo(), store.sealed(paper.paperNo()));
  }

  PaperContent content(Paper paper) {
    try {
      return json.readValue(paper.content(), PaperContent.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("paper " + paper.paperNo() + " is damaged", damaged);
    }
  }

  private String text(PaperContent content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
