package io.onewindow.faults;

import io.onewindow.faults.Finding.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each application that was acknowledged is there once, and no other. */
final class StartsCheck {

  private final JdbcClient database;
  private final Before before;
  private final List<Finding> findings = new ArrayList<>();

  StartsCheck(JdbcClient database, Before before) {
    this.database = database;
    this.before = before;
  }

  List<Finding> findings(Ledger.Account account) {
    Map<String, String> requests = new HashMap<>();
    database
        .sql("select idempotency_key, receipt_no from ow_request")
        .query((RowCallbackHandler) row -> requests.put(row.getString(1), row.getString(2)));
    Map<String, Integer> cases = cases();
    Set<String> accountedFor = new HashSet<>(before.cases());
    for (Deed start : account.deeds(Deed.Kind.START)) {
      String receiptNo = requests.get(start.subject());
      if (start.isAcknowledged()) {
        acknowledged(start, receiptNo, cases);
      }
      boolean wanted = start.isAcknowledged() || start.isDoubtful();
      if (receiptNo != null && wanted && !accountedFor.add(receiptNo)) {
        findings.add(new Finding(Fault.LOST, "case " + receiptNo + " answers two requests"));
      }
    }
    cases.forEach(
        (receiptNo, instances) -> {
          if (!accountedFor.contains(receiptNo)) {
            findings.add(new Finding(Fault.UNASKED, "case " + receiptNo));
          } else if (instances != 1 && !before.cases().contains(receiptNo)) {
            findings.add(
                new Finding(
                    instances == 0 ? Fault.LOST : Fault.DOUBLED,
                    "case " + receiptNo + " has " + instances + " instances"));
          }
        });
    return findings;
  }

  private void acknowledged(Deed start, String receiptNo, Map<String, Integer> cases) {
    if (!start.result().equals(receiptNo) || !cases.containsKey(start.result())) {
      findings.add(new Finding(Fault.LOST, "start " + start.subject() + " " + start.result()));
    }
  }

  /** How many instances of its service each case has. */
  private Map<String, Integer> cases() {
    Map<String, Integer> cases = new HashMap<>();
    database
        .sql(
            "select C.receipt_no, count(P.ID_) from ow_case C left join ACT_HI_PROCINST P"
                + " on P.BUSINESS_KEY_ = C.receipt_no and P.PROC_DEF_KEY_ = C.service"
                + " and P.SUPER_PROCESS_INSTANCE_ID_ is null group by C.receipt_no")
        .query((RowCallbackHandler) row -> cases.put(row.getString(1), row.getInt(2)));
    return cases;
  }
}
