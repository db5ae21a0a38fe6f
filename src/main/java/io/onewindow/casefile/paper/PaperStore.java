package io.onewindow.casefile.paper;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers; written in the engine's own transaction, once. */
@Repository
class PaperStore {

  /** What a column of bytes holds in every database. */
  private static final int LARGEST_PART = 1_000_000;

  private final JdbcClient jdbc;

  PaperStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Paper paper) {
    jdbc.sql(
            """
            insert into ow_paper (paper_no, receipt_no, position, kind, content, content_digest,
              seal, issued_at, issued_by)
            values (?, ?, (select count(*) from ow_paper where receipt_no = ?), ?, ?, ?, ?, ?, ?)
            """)
        .params(
            paper.paperNo(),
            paper.receiptNo(),
            paper.receiptNo(),
            paper.kind().name(),
            paper.content(),
            paper.contentDigest(),
            paper.seal(),
            paper.issuedAt().atOffset(ZoneOffset.UTC),
            paper.issuedBy())
        .update();
  }

  /** The paper; whoever else prints it waits until this transaction ends. */
  Paper locked(String paperNo) {
    return jdbc.sql("select * from ow_paper where paper_no = ? for update")
        .param(paperNo)
        .query(PaperStore::paper)
        .single();
  }

  /**
   * Keeps the file of a paper.
   *
   * @param sealed the file as it is kept
   */
  void printed(Paper paper, byte[] sealed) {
    jdbc.sql("update ow_paper set pdf_digest = ? where paper_no = ?")
        .params(paper.pdfDigest(), paper.paperNo())
        .update();
    for (int from = 0; from < sealed.length; from += LARGEST_PART) {
      byte[] part = Arrays.copyOfRange(sealed, from, Math.min(from + LARGEST_PART, sealed.length));
      jdbc.sql("insert into ow_paper_file (paper_no, part, sealed) values (?, ?, ?)")
          .params(paper.paperNo(), from / LARGEST_PART, part)
          .update();
    }
  }

  /** How many the case has; whoever else issues papers of the case waits from here on. */
  long countLocked(String receiptNo, PaperKind kind) {
    jdbc.sql("select receipt_no from ow_case where receipt_no = ? for update")
        .param(receiptNo)
        .query(String.class)
        .single();
    return jdbc.sql("select count(*) from ow_paper where receipt_no = ? and kind = ?")
        .params(receiptNo, kind.name())
        .query(Long.class)
        .single();
  }

  Optional<Paper> find(String paperNo) {
    return jdbc.sql("select * from ow_paper where paper_no = ?")
        .param(paperNo)
        .query(PaperStore::paper)
        .optional();
  }

  /** The papers of a case in the order they were issued. */
  List<Paper> of(String receiptNo) {
    return jdbc.sql("select * from ow_paper where receipt_no = ? order by position")
        .param(receiptNo)
        .query(PaperStore::paper)
        .list();
  }

  /** The file as it is kept. */
  byte[] sealed(String paperNo) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    jdbc.sql("select sealed from ow_paper_file where paper_no = ? order by part")
        .param(paperNo)
        .query((row, number) -> row.getBytes("sealed"))
        .list()
        .forEach(file::writeBytes);
    return file.toByteArray();
  }

  private static Paper paper(ResultSet row, int number) throws SQLException {
    return new Paper(
        row.getString("paper_no"),
        row.getString("receipt_no"),
        PaperKind.valueOf(row.getString("kind")),
        row.getString("content"),
        row.getString("content_digest"),
        row.getString("seal"),
        row.getString("pdf_digest"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getString("issued_by"));
  }
}
