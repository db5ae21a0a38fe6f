package io.onewindow.supervision.figures;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.desk.action.ActLog;
import io.onewindow.supervision.fact.FactRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What supervisors did on cases, as the audit of acts has it. */
@Component
class Supervisions {

  private final JdbcClient jdbc;
  private final Vault vault;

  Supervisions(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The last act on each of these cases; none for a case without any. */
  Map<String, OpenCasesView.SupervisionView> last(Collection<String> receiptNos) {
    Map<String, OpenCasesView.SupervisionView> last = new HashMap<>();
    jdbc.sql(
            "select receipt_no, action, happened_at, actor, reason from ow_action"
                + " where receipt_no in (:numbers) and action in (:acts)"
                + " order by happened_at, id")
        .param("numbers", receiptNos)
        .param("acts", SupervisoryAct.names())
        .query(
            (row, n) ->
                last.put(
                    row.getString("receipt_no"),
                    new OpenCasesView.SupervisionView(
                        row.getString("action"),
                        SupervisoryAct.valueOf(row.getString("action")).label(),
                        Shares.local(FactRows.instant(row, "happened_at")),
                        row.getString("actor"),
                        vault.open(ActLog.REASON, row.getString("reason")))))
        .list();
    return last;
  }
}
