package io.onewindow.exchange;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.exchange.Parcel.Kind;
import io.onewindow.exchange.Parcel.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows what departments' systems were told, for callers whose right to see it is checked. */
@Component
public class Exchanges {

  /** More of them are not one by one. */
  private static final int MOST = 200;

  private static final String EXCHANGES =
      "select x.*, t.due_date_ from ow_exchange x left join act_ru_task t on t.id_ = x.task_id";

  /** Not arrived after a try at least, or handed back while nobody has done it yet. */
  private static final String UNSETTLED =
      " where x.jurisdiction in (:places) and (x.state = 'WAITING' and x.tries > 0"
          + " or x.state = 'DECLINED' and t.id_ is not null)";

  private final JdbcClient jdbc;
  private final AnswerStore answers;
  private final Departments departments;

  Exchanges(JdbcClient jdbc, AnswerStore answers, Departments departments) {
    this.jdbc = jdbc;
    this.answers = answers;
    this.departments = departments;
  }

  /** A case's, in the order they were written. */
  public List<ExchangeView> ofCase(String receiptNo) {
    return jdbc.sql(EXCHANGES + " where x.receipt_no = ? order by x.created_at, x.request_id")
        .param(receiptNo)
        .query((row, n) -> view(row))
        .list();
  }

  /**
   * Those of the jurisdictions that somebody should look after, the longest waiting first, at most
   * 200.
   */
  public List<ExchangeView> unsettled(Collection<String> jurisdictions) {
    return jdbc.sql(
            EXCHANGES
                + UNSETTLED
                + " order by x.created_at, x.request_id fetch first "
                + MOST
                + " rows only")
        .param("places", jurisdictions)
        .query((row, n) -> view(row))
        .list();
  }

  private ExchangeView view(ResultSet row) throws SQLException {
    String place = row.getString("jurisdiction");
    String department = row.getString("department");
    State state = State.valueOf(row.getString("state"));
    return new ExchangeView(
        row.getString("request_id"),
        Kind.valueOf(row.getString("kind")).label(),
        row.getString("system_id"),
        row.getString("receipt_no"),
        place,
        departments.jurisdiction(place).name(),
        department,
        departments.name(place, department),
        row.getString("subject"),
        state.name(),
        state.label(),
        local(row, "created_at"),
        row.getInt("tries"),
        local(row, "first_failed_at"),
        local(row, "last_failed_at"),
        row.getString("last_failure"),
        local(row, "delivered_at"),
        local(row, "settled_at"),
        answers.note(row.getString("request_id")),
        row.getTimestamp("due_date_") == null
            ? null
            : row.getTimestamp("due_date_")
                .toInstant()
                .atZone(WorkCalendar.ZONE)
                .toOffsetDateTime());
  }

  private static OffsetDateTime local(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.atZoneSameInstant(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
