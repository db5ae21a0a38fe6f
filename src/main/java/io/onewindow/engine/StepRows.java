package io.onewindow.engine;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes rows of ours that nobody reads before the step ends. On PostgreSQL they go with what the
 * engine writes, in the same message (docs/adr/0026); on H2, and outside an engine's step, at once.
 */
@Component
public class StepRows {

  private final JdbcTemplate jdbc;

  StepRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes a row by the end of the transaction at hand.
   *
   * @param sql an insert; what it breaks is told when the step ends
   * @param values as the driver takes them, null for none
   */
  public void add(String sql, Object... values) {
    Optional<OneTripSession> trip = atHand();
    if (trip.isPresent()) {
      trip.get().add(sql, values);
    } else {
      jdbc.update(sql, values);
    }
  }

  /** Several of one kind. */
  public void addAll(String sql, List<Object[]> rows) {
    Optional<OneTripSession> trip = atHand();
    if (trip.isPresent()) {
      rows.forEach(values -> trip.get().add(sql, values));
    } else {
      jdbc.batchUpdate(sql, rows);
    }
  }

  /**
   * Has that done before what the step has written is sent, so that what it adds goes along.
   *
   * @return false where nothing is going to be sent: nothing will be done
   */
  boolean beforeSending(Runnable last) {
    Optional<OneTripSession> trip = atHand();
    trip.ifPresent(session -> session.beforeSending(last));
    return trip.isPresent();
  }

  private Optional<OneTripSession> atHand() {
    CommandContext step = Context.getCommandContext();
    if (step == null || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return Optional.empty();
    }
    DbSqlSession session = (DbSqlSession) step.getSession(PersistenceSession.class);
    SqlSession statements = session.getSqlSession();
    Object transaction = TransactionSynchronizationManager.getResource(jdbc.getDataSource());
    if (!(statements instanceof OneTripSession trip) || !trip.isPartOf(transaction)) {
      return Optional.empty();
    }
    if (trip.isNew()) {
      TransactionSynchronizationManager.registerSynchronization(new Rest(trip));
    }
    return Optional.of(trip);
  }

  /** What was added after the engine had sent the last of its own. */
  private final class Rest implements TransactionSynchronization {

    private final OneTripSession trip;

    Rest(OneTripSession trip) {
      this.trip = trip;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      trip.takeRest().forEach(row -> jdbc.update(row.sql(), row.values()));
    }
  }
}
