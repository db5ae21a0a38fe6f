package io.onewindow.exchange;

import io.onewindow.casefile.TaskRemarks;
import io.onewindow.exchange.Parcel.Kind;
import io.onewindow.exchange.Parcel.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says on a task's card that its department's own system was told of it: whoever does it by hand
 * all the same should know.
 */
@Component
class SentTasks implements TaskRemarks {

  private final DepartmentSystems systems;
  private final JdbcClient jdbc;

  SentTasks(DepartmentSystems systems, JdbcClient jdbc) {
    this.systems = systems;
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, String> of(Collection<String> receiptNos) {
    if (systems.isEmpty() || receiptNos.isEmpty()) {
      return Map.of();
    }
    Map<String, String> remarks = new HashMap<>();
    jdbc.sql(
            "select task_id, system_id, state from ow_exchange"
                + " where receipt_no in (:cases) and kind = :step")
        .param("cases", receiptNos)
        .param("step", Kind.STEP.name())
        .query(
            row -> {
              State state = State.valueOf(row.getString("state"));
              remarks.put(
                  row.getString("task_id"),
                  "已推送部门系统（%s）：%s".formatted(row.getString("system_id"), state.label()));
            });
    return remarks;
  }
}
