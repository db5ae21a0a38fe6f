package io.onewindow.casefile.search;

import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.CaseParty;
import io.onewindow.casefile.Opening;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.casefile.search.KeyedHash.Kind;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes under what a case will be looked for, in the transaction that writes the case. */
@Repository
public class CaseIndex {

  /** Where the two ways of writing to an applicant are kept, for {@link Vault}. */
  public static final String PHONE = "ow_case_party.phone";

  public static final String EMAIL = "ow_case_party.email";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final KeyedHash hash;
  private final Vault vault;

  CaseIndex(JdbcClient jdbc, JdbcTemplate batches, KeyedHash hash, Vault vault) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.hash = hash;
    this.vault = vault;
  }

  /** The case has been written; its parties and names follow. */
  public void opened(String receiptNo, Opening opening) {
    String place = hash.of(Kind.PLACE, opening.place());
    if (place != null) {
      jdbc.sql("update ow_case set place_hash = ? where receipt_no = ?")
          .params(place, receiptNo)
          .update();
    }
    int number = 1;
    Set<String> terms = new LinkedHashSet<>(Terms.of(opening.subject()));
    terms.add(Terms.tail(receiptNo));
    for (CaseParty party : opening.parties()) {
      add(receiptNo, number++, party);
      terms.addAll(Terms.of(party.name()));
    }
    batches.batchUpdate(
        "insert into ow_case_term (term, receipt_no) values (?, ?)",
        terms.stream().map(term -> new Object[] {term, receiptNo}).toList());
  }

  /** What was issued is found by its number too. */
  @EventListener
  void resultIssued(CaseHappened happened) {
    if (happened.kind() == CaseHappened.Kind.RESULT_ISSUED) {
      String receiptNo = happened.file().receiptNo();
      int last =
          jdbc.sql("select coalesce(max(party_no), 0) from ow_case_party where receipt_no = ?")
              .param(receiptNo)
              .query(Integer.class)
              .single();
      String name = happened.details().get(CaseHappened.RESULT_NAME);
      String number = happened.details().get(CaseHappened.RESULT_NO);
      add(receiptNo, last + 1, CaseParty.of(CaseParty.Role.RESULT, name, number));
    }
  }

  private void add(String receiptNo, int number, CaseParty party) {
    jdbc.sql(
            """
            insert into ow_case_party
              (receipt_no, party_no, role, name, id_hash, phone_hash, phone, email)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            receiptNo,
            number,
            party.role().name(),
            party.name(),
            hash.of(Kind.CODE, party.code()),
            hash.of(Kind.PHONE, party.phone()),
            vault.seal(PHONE, reachable(party, party.phone())),
            vault.seal(EMAIL, reachable(party, party.email())))
        .update();
  }

  /** Nobody else is written to. */
  private static String reachable(CaseParty party, String address) {
    boolean given = address != null && !address.isBlank();
    return given && party.role() == CaseParty.Role.APPLICANT ? address.strip() : null;
  }
}
