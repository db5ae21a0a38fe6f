package io.onewindow.casefile.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.print.SheetPrinter;
import io.onewindow.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints papers and keeps their files. */
@Component
class Press {

  private static final Logger LOG = LoggerFactory.getLogger(Press.class);

  /** A receipt shows the query code: a copy of the database must not open anybody's case. */
  private static final String SAFE = "paper safe";

  private final PaperStore store;
  private final PaperSheets sheets;
  private final PaperSignatures signatures;
  private final Vault vault;
  private final SheetPrinter printer;
  private final ObjectMapper json;

  Press(
      PaperStore store,
      PaperSheets sheets,
      PaperSignatures signatures,
      Vault vault,
      SheetPrinter printer,
      ObjectMapper json) {
    this.store = store;
    this.sheets = sheets;
    this.signatures = signatures;
    this.vault = vault;
    this.printer = printer;
    this.json = json;
  }

  /**
   * The paper with its file, printed now unless somebody else has done so.
   *
   * @throws Problem 409 when the record is not what was issued
   */
  @Transactional
  public Paper printed(String paperNo) {
    Paper paper = store.locked(paperNo);
    if (paper.isPrinted()) {
      return paper;
    }
    if (!paper.isIntact() || !signatures.isSealed(paperNo, paper.contentDigest(), paper.seal())) {
      LOG.error("paper {} is not what was issued: its record was changed", paperNo);
      throw Problem.conflict("paper-changed", "文书 " + paperNo + " 的记录与签发时不一致，不能打印；请报告系统管理员。");
    }
    byte[] pdf =
        printer.print(
            sheets.of(content(paper), paper.receiptNo(), paper.contentDigest(), paper.issuedAt()));
    Paper printed = paper.printedAs(Digest.of(pdf));
    store.printed(printed, vault.seal(SAFE, paperNo, pdf));
    return printed;
  }

  /** The file of a printed paper. */
  byte[] file(Paper paper) {
    return vault.open(SAFE, paper.paperNo(), store.sealed(paper.paperNo()));
  }

  PaperContent content(Paper paper) {
    try {
      return json.readValue(paper.content(), PaperContent.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("paper " + paper.paperNo() + " is damaged", damaged);
    }
  }
}
