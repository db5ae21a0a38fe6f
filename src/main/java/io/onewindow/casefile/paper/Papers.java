package io.onewindow.casefile.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Issues papers and finds them again. What a paper says is written and sealed when it is issued;
 * its file is printed when somebody first asks for it, and is the same from then on.
 */
@Component
class Papers {

  private final PaperStore store;
  private final PaperSignatures signatures;
  private final Press press;
  private final ObjectMapper json;

  Papers(PaperStore store, PaperSignatures signatures, Press press, ObjectMapper json) {
    this.store = store;
    this.signatures = signatures;
    this.press = press;
    this.json = json;
  }

  /** The number that the case's next paper of that kind bears. */
  String nextNumber(String receiptNo, PaperKind kind) {
    return kind.number(receiptNo, store.countLocked(receiptNo, kind));
  }

  /**
   * @param by user id, null when the system or the law issues it
   */
  void issue(PaperKind kind, CaseRecord file, PaperContent content, Instant at, String by) {
    String text = text(content);
    String digest = Digest.of(text);
    String seal = signatures.seal(content.number(), digest);
    store.add(
        new Paper(content.number(), file.receiptNo(), kind, text, digest, seal, null, at, by));
  }

  /** The papers of a case in the order they were issued. */
  List<Paper> of(String receiptNo) {
    return store.of(receiptNo).stream().map(this::printed).toList();
  }

  /**
   * @throws Problem 404 when the case has no such paper
   */
  Paper of(String receiptNo, String paperNo) {
    return store
        .find(paperNo)
        .filter(paper -> paper.receiptNo().equals(receiptNo))
        .map(this::printed)
        .orElseThrow(() -> Problem.notFound("unknown-paper", "本办件没有这份文书。"));
  }

  /** The same paper with its file. */
  Paper printed(Paper paper) {
    return paper.isPrinted() ? paper : press.printed(paper.paperNo());
  }

  byte[] pdf(Paper paper) {
    return press.file(printed(paper));
  }

  PaperContent content(Paper paper) {
    return press.content(paper);
  }

  private String text(PaperContent content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
