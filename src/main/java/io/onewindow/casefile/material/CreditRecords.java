package io.onewindow.casefile.material;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.casefile.search.KeyedHash;
import io.onewindow.casefile.search.KeyedHash.Kind;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What applicants promised and did not keep. Records are entered and read, never changed. */
@Component
public class CreditRecords {

  private static final int MOST = 500;
  private static final String APPLICANT = "ow_credit_record.applicant_id";
  private static final String REASON = "ow_credit_record.reason";

  private final JdbcClient jdbc;
  private final CaseFile cases;
  private final Callers callers;
  private final Vault vault;
  private final KeyedHash hash;
  private final Clock time;

  CreditRecords(
      JdbcClient jdbc, CaseFile cases, Callers callers, Vault vault, KeyedHash hash, Clock time) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.callers = callers;
    this.vault = vault;
    this.hash = hash;
    this.time = time;
  }

  /**
   * @param receiptNo the case in which the promise was made
   * @param applicantId document number of who made it
   * @param reason what was not kept, in Chinese
   * @param basis the law or the commitment that it rests on, in Chinese
   */
  @Transactional
  public CreditRecord enter(String receiptNo, String applicantId, String reason, String basis) {
    CaseRecord file =
        cases
            .find(receiptNo)
            .orElseThrow(() -> new IllegalArgumentException("no case file " + receiptNo));
    CreditRecord record =
        new CreditRecord(
            UUID.randomUUID().toString(),
            receiptNo,
            file.jurisdiction(),
            applicantId,
            file.applicantName(),
            reason,
            basis,
            time.instant().truncatedTo(ChronoUnit.MILLIS),
            callers.current().map(Caller::id).orElse(null));
    add(record);
    return record;
  }

  private void add(CreditRecord record) {
    jdbc.sql(
            """
            insert into ow_credit_record (id, receipt_no, jurisdiction, applicant_id,
              applicant_hash, applicant_name, reason, basis, entered_at, entered_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            record.id(),
            record.receiptNo(),
            record.jurisdiction(),
            vault.seal(APPLICANT, record.applicantId()),
            hash.of(Kind.CODE, record.applicantId()),
            record.applicantName(),
            vault.seal(REASON, record.reason()),
            record.basis(),
            Rows.at(record.enteredAt()),
            record.enteredBy())
        .update();
  }

  /** The records of these jurisdictions, the latest first; at most {@value #MOST}. */
  List<CreditRecord> of(Collection<String> jurisdictions) {
    if (jurisdictions.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select * from ow_credit_record where jurisdiction in (:places)"
                + " order by entered_at desc, id limit "
                + MOST)
        .param("places", jurisdictions)
        .query(this::record)
        .list();
  }

  /** How many records an applicant has, wherever they were entered. */
  int count(String applicantId) {
    return jdbc.sql("select count(*) from ow_credit_record where applicant_hash in (:known)")
        .param("known", hash.known(Kind.CODE, applicantId))
        .query(Integer.class)
        .single();
  }

  private CreditRecord record(ResultSet row, int number) throws SQLException {
    Instant at = Rows.instant(row, "entered_at");
    return new CreditRecord(
        row.getString("id"),
        row.getString("receipt_no"),
        row.getString("jurisdiction"),
        vault.open(APPLICANT, row.getString("applicant_id")),
        row.getString("applicant_name"),
        vault.open(REASON, row.getString("reason")),
        row.getString("basis"),
        at,
        row.getString("entered_by"));
  }
}
