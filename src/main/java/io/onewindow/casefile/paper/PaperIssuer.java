package io.onewindow.casefile.paper;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.promise.LimitExtended;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Issues the paper that each happening calls for, at the end of the very transaction in which it
 * happened: a paper exists if and only if the thing it tells has come about, and the clock that
 * acceptance starts is running by then.
 */
@Component
class PaperIssuer {

  private final Papers papers;
  private final PaperWriter writer;
  private final CaseFile files;

  PaperIssuer(Papers papers, PaperWriter writer, CaseFile files) {
    this.papers = papers;
    this.writer = writer;
    this.files = files;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void happened(CaseHappened event) {
    switch (event.kind()) {
      case RECEIVED, SUPPLEMENTED -> issue(PaperKind.RECEIPT, event, writer::receipt);
      case NOTIFIED -> issue(PaperKind.NOTICE, event, writer::notice);
      case ACCEPTED -> issue(PaperKind.ACCEPTANCE, event, writer::acceptance);
      case REFUSED -> issue(PaperKind.NOT_ACCEPTED, event, writer::notAccepted);
      case REJECTED -> issue(PaperKind.REFUSAL, event, writer::refusal);
      case RESULT_ISSUED -> issue(PaperKind.RESULT, event, writer::result);
      case WITHDRAWN -> issue(PaperKind.WITHDRAWAL, event, writer::withdrawal);
      case HANDED_OUT, INFORMED -> {
        // what is handed out is on paper already, and what is only told goes out as a message
      }
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
  void extended(LimitExtended event) {
    files
        .ofInstances(List.of(event.processInstanceId()))
        .values()
        .forEach(file -> issue(file, event));
  }

  private void issue(CaseRecord file, LimitExtended event) {
    String number = papers.nextNumber(file.receiptNo(), PaperKind.EXTENSION);
    PaperContent content = writer.extension(number, file, event);
    papers.issue(PaperKind.EXTENSION, file, content, event.at(), event.by());
  }

  private void issue(PaperKind kind, CaseHappened event, Writing writing) {
    CaseRecord file = event.file();
    String number = papers.nextNumber(file.receiptNo(), kind);
    papers.issue(kind, file, writing.write(number, event), event.at(), event.by());
  }

  /** Writes a paper of that number. */
  private interface Writing {
    PaperContent write(String number, CaseHappened event);
  }
}
