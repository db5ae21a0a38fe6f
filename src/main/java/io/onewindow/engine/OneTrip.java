package io.onewindow.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;

/**
 * Sends what a step has written in one message to PostgreSQL, and waits once for the answer.
 * MyBatis waits after each statement, some fifteen times a step, which costs more than the rows do
 * where the database is on a machine of its own. If one of them breaks a rule of the tables, all
 * are sent again one by one, so that the engine learns which it was.
 */
final class OneTrip extends BatchExecutor {

  /** So many rows of one kind go as one statement of many rows instead, as the driver writes it. */
  private static final int MANY = 3;

  private static final String APART = ";\n";

  /** What has failed is taken back to here, and what the transaction did before is kept. */
  private static final String BEFORE = "savepoint sent";

  private static final String AFTER = "release savepoint sent";
  private static final String BACK = "rollback to savepoint sent";

  /** What the states of broken rules begin with. */
  private static final String INTEGRITY = "23";

  private static final ClassLoader LOADER = OneTrip.class.getClassLoader();

  private final List<Kind> waiting = new ArrayList<>();

  OneTrip(Configuration statements, Transaction transaction) {
    super(statements, transaction);
  }

  /** A parameter that was given to a statement. */
  private record Given(Method setter, Object[] arguments) {

    void to(PreparedStatement statement, int before) throws SQLException {
      Object[] shifted = arguments.clone();
      shifted[0] = (Integer) arguments[0] + before;
      try {
        setter.invoke(statement, shifted);
      } catch (InvocationTargetException failed) {
        throw failed.getCause() instanceof SQLException known ? known : new SQLException(failed);
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** Statements with the same text, one after the other. */
  private record Kind(MappedStatement mapped, String text, List<Row> rows) {

    boolean isOf(MappedStatement other, String otherText) {
      return mapped.equals(other) && text.equals(otherText);
    }

    BatchResult result(int[] counts) {
      BatchResult result = new BatchResult(mapped, text);
      rows.forEach(row -> result.addParameterObject(row.entity()));
      result.setUpdateCounts(counts);
      return result;
    }
  }

  private record Row(Object entity, List<Given> parameters) {

    /**
     * @param before how many parameters of other rows stand before
     */
    void to(PreparedStatement statement, int before) throws SQLException {
      for (Given one : parameters) {
        one.to(statement, before);
      }
    }
  }

  @Override
  public int doUpdate(MappedStatement mapped, Object entity) throws SQLException {
    StatementHandler handler =
        configuration.newStatementHandler(this, mapped, entity, RowBounds.DEFAULT, null, null);
    String text = handler.getBoundSql().getSql();
    List<Given> parameters = new ArrayList<>();
    // now, for an entity may change until everything is sent
    handler.parameterize(noting(parameters));
    Kind last = waiting.isEmpty() ? null : waiting.get(waiting.size() - 1);
    if (last == null || !last.isOf(mapped, text)) {
      last = new Kind(mapped, text, new ArrayList<>());
      waiting.add(last);
    }
    last.rows.add(new Row(entity, parameters));
    return BATCH_UPDATE_RETURN_VALUE;
  }

  private static PreparedStatement noting(List<Given> parameters) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            LOADER,
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              if (!method.getName().startsWith("set") || method.getReturnType() != void.class) {
                throw new UnsupportedOperationException(method.getName());
              }
              parameters.add(new Given(method, arguments));
              return null;
            });
  }

  @Override
  public List<BatchResult> doFlushStatements(boolean isRollback) throws SQLException {
    List<Kind> kinds = List.copyOf(waiting);
    waiting.clear();
    List<BatchResult> results = new ArrayList<>();
    if (!isRollback) {
      for (List<Kind> trip : trips(kinds)) {
        if (trip.size() == 1) {
          results.add(sentAlone(trip.get(0), results));
        } else {
          sentTogether(trip, results);
        }
      }
    }
    return results;
  }

  /** What is many rows goes alone, what stands between goes together. */
  private static List<List<Kind>> trips(List<Kind> kinds) {
    List<List<Kind>> trips = new ArrayList<>();
    boolean isOpen = false;
    for (Kind kind : kinds) {
      boolean isMany = kind.rows.size() >= MANY;
      if (isMany || !isOpen) {
        trips.add(new ArrayList<>());
      }
      trips.get(trips.size() - 1).add(kind);
      isOpen = !isMany;
    }
    return trips;
  }

  private BatchResult sentAlone(Kind kind, List<BatchResult> before) throws SQLException {
    try (PreparedStatement statement = prepared(kind.text)) {
      for (Row row : kind.rows) {
        row.to(statement, 0);
        statement.addBatch();
      }
      return kind.result(statement.executeBatch());
    } catch (BatchUpdateException failed) {
      throw new BatchExecutorException(kind.mapped.getId(), failed, before, kind.result(null));
    }
  }

  private void sentTogether(List<Kind> trip, List<BatchResult> results) throws SQLException {
    List<Row> rows = trip.stream().flatMap(kind -> kind.rows.stream()).toList();
    String texts =
        trip.stream()
            .flatMap(kind -> Collections.nCopies(kind.rows.size(), kind.text).stream())
            .collect(Collectors.joining(APART));
    int[] counts;
    try (PreparedStatement statement = prepared(String.join(APART, BEFORE, texts, AFTER))) {
      int given = 0;
      for (Row row : rows) {
        row.to(statement, given);
        given += row.parameters.size();
      }
      statement.execute();
      counts = counts(statement, rows.size());
    } catch (SQLException failed) {
      sentAgain(trip, results, failed);
      return;
    }
    int from = 0;
    for (Kind kind : trip) {
      results.add(kind.result(Arrays.copyOfRange(counts, from, from + kind.rows.size())));
      from += kind.rows.size();
    }
  }

  /** How many rows each has changed; the first answer is the savepoint's. */
  private static int[] counts(PreparedStatement statement, int rows) throws SQLException {
    int[] counts = new int[rows];
    for (int i = 0; i < rows; i++) {
      statement.getMoreResults();
      counts[i] = statement.getUpdateCount();
    }
    return counts;
  }

  private void sentAgain(List<Kind> trip, List<BatchResult> results, SQLException failed)
      throws SQLException {
    if (failed.getSQLState() == null || !failed.getSQLState().startsWith(INTEGRITY)) {
      Kind first = trip.get(0);
      throw new BatchExecutorException(
          first.mapped.getId(),
          new BatchUpdateException(
              failed.getMessage(), failed.getSQLState(), failed.getErrorCode(), new int[0], failed),
          results,
          first.result(null));
    }
    try (PreparedStatement back = prepared(BACK)) {
      back.execute();
    }
    for (Kind kind : trip) {
      results.add(sentAlone(kind, results));
    }
  }

  private PreparedStatement prepared(String text) throws SQLException {
    PreparedStatement statement = transaction.getConnection().prepareStatement(text);
    applyTransactionTimeout(statement);
    return statement;
  }
}
