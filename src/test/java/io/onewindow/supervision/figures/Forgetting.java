package io.onewindow.supervision.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Empties the figures: what other stories left is not counted. */
public final class Forgetting {

  private Forgetting() {}

  public static void everything(JdbcClient jdbc) {
    List.of("ow_fact_due", "ow_fact_case", "ow_fact_step", "ow_fact_sum", "ow_fact_time")
        .forEach(table -> jdbc.sql("delete from " + table).update());
  }
}
