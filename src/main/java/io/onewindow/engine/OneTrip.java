package io.onewindow.engine;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.transaction.Transaction;
import org.postgresql.core.BaseConnection;

/**
 * Sends what a step has written in one message to PostgreSQL, and waits once for the answer.
 * MyBatis waits after each statement, some fifteen times a step, which costs more than the rows do
 * where the database is on a machine of its own.
 */
final class OneTrip extends BatchExecutor {

  private final List<Kind> waiting = new ArrayList<>();

  /** Rows of ours, which go with the engine's. */
  private final List<Own> own = new ArrayList<>();

  private final List<Runnable> last = new ArrayList<>();

  OneTrip(Configuration statements, Transaction transaction) {
    super(statements, transaction);
  }

  /** A row of ours. */
  record Own(String sql, Object[] values) {}

  void add(String sql, Object... values) {
    own.add(new Own(sql, values));
  }

  void beforeSending(Runnable one) {
    last.add(one);
  }

  /** What was added after everything had been sent. */
  List<Own> takeRest() {
    List<Own> rest = List.copyOf(own);
    own.clear();
    return rest;
  }

  /**
   * Statements with the same text, one after the other.
   *
   * @param mapped the engine's, null for one of ours
   */
  private record Kind(MappedStatement mapped, String text, List<Row> rows) {

    boolean isOf(MappedStatement other, String otherText) {
      return Objects.equals(mapped, other) && text.equals(otherText);
    }

    BatchResult result(int[] counts) {
      BatchResult result = new BatchResult(mapped, text);
      rows.forEach(row -> result.addParameterObject(row.entity()));
      result.setUpdateCounts(counts);
      return result;
    }
  }

  /**
   * @param parameters what stands for each, null included
   */
  private record Row(Object entity, List<Object> parameters) {}

  @Override
  public int doUpdate(MappedStatement mapped, Object entity) {
    BoundSql sql = mapped.getBoundSql(entity);
    // now, for an entity may change until everything is sent
    put(mapped, sql.getSql(), new Row(entity, parameters(sql, entity)));
    return BATCH_UPDATE_RETURN_VALUE;
  }

  private void put(MappedStatement mapped, String text, Row row) {
    Kind before = waiting.isEmpty() ? null : waiting.get(waiting.size() - 1);
    if (before == null || !before.isOf(mapped, text)) {
      before = new Kind(mapped, text, new ArrayList<>());
      waiting.add(before);
    }
    before.rows.add(row);
  }

  /** Looked for as MyBatis does: what the text itself names, then the entity, whole or in parts. */
  private List<Object> parameters(BoundSql sql, Object entity) {
    boolean isWhole =
        entity == null || configuration.getTypeHandlerRegistry().hasTypeHandler(entity.getClass());
    MetaObject parts = isWhole ? null : configuration.newMetaObject(entity);
    List<Object> parameters = new ArrayList<>();
    for (ParameterMapping one : sql.getParameterMappings()) {
      String name = one.getProperty();
      if (sql.hasAdditionalParameter(name)) {
        parameters.add(sql.getAdditionalParameter(name));
      } else {
        parameters.add(isWhole ? entity : parts.getValue(name));
      }
    }
    return parameters;
  }

  @Override
  public List<BatchResult> doFlushStatements(boolean isRollback) throws SQLException {
    if (isRollback) {
      // also when the session ends and nothing has failed: ours are written before the commit then
      waiting.clear();
      return List.of();
    }
    // before each question, too: ours wait for the engine's
    if (waiting.isEmpty()) {
      return List.of();
    }
    addOwn();
    List<Kind> kinds = List.copyOf(waiting);
    waiting.clear();
    return sent(kinds);
  }

  private void addOwn() {
    List<Runnable> all = List.copyOf(last);
    last.clear();
    all.forEach(Runnable::run);
    // those with the same text next to each other
    takeRest().stream()
        .collect(Collectors.groupingBy(Own::sql, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (sql, rows) ->
                rows.forEach(one -> put(null, sql, new Row(null, Arrays.asList(one.values())))));
  }

  private List<BatchResult> sent(List<Kind> kinds) throws SQLException {
    OneMessage message = new OneMessage(transaction.getConnection().unwrap(BaseConnection.class));
    for (Kind kind : kinds) {
      message.add(kind.text, kind.rows.stream().map(Row::parameters).toList());
    }
    try {
      message.send();
    } catch (SQLException failed) {
      int broken = broken(kinds, message.counts().size());
      if (kinds.get(broken).mapped == null) {
        throw failed;
      }
      throw told(kinds, broken, message.counts(), failed);
    }
    return results(kinds, message.counts());
  }

  /** What the engine hears of; it knows nothing of ours. */
  private static List<BatchResult> results(List<Kind> kinds, List<Integer> counts) {
    List<BatchResult> results = new ArrayList<>();
    int from = 0;
    for (Kind kind : kinds) {
      if (kind.mapped != null) {
        results.add(kind.result(part(counts, from, from + kind.rows.size())));
      }
      from += kind.rows.size();
    }
    return results;
  }

  /**
   * Which of them failed.
   *
   * @param done rows; the one that failed is next
   */
  private static int broken(List<Kind> kinds, int done) {
    int whole = 0;
    for (int left = done - kinds.get(0).rows.size();
        left >= 0 && whole < kinds.size() - 1;
        left -= kinds.get(whole).rows.size()) {
      whole++;
    }
    return whole;
  }

  private static BatchExecutorException told(
      List<Kind> kinds, int broken, List<Integer> counts, SQLException failed) {
    List<Kind> before = kinds.subList(0, broken);
    int from = before.stream().mapToInt(kind -> kind.rows.size()).sum();
    Kind kind = kinds.get(broken);
    return new BatchExecutorException(
        kind.mapped.getId(),
        new BatchUpdateException(
            failed.getMessage(),
            failed.getSQLState(),
            failed.getErrorCode(),
            part(counts, from, counts.size()),
            failed),
        results(before, counts),
        kind.result(null));
  }

  private static int[] part(List<Integer> counts, int from, int to) {
    return counts.subList(from, to).stream().mapToInt(Integer::intValue).toArray();
  }
}
