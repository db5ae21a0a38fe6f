package io.onewindow.engine;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.CachedQuery;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Oid;
import org.postgresql.core.ParameterList;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.v3.SqlSerializationContext;

/**
 * Statements without answers in rows that go to PostgreSQL in one message, each prepared by itself
 * on its connection. The driver sends so what it splits a text into; here the parts are those that
 * it keeps for each statement alone, so that a plan serves whatever it is sent together with.
 */
final class OneMessage implements Query {

  private static final int ALL = 0;
  private static final int FLAGS = QueryExecutor.QUERY_NO_RESULTS | QueryExecutor.QUERY_NO_METADATA;

  /** An insertion's beginning, and what stands for its row. */
  private static final Pattern INSERT =
      Pattern.compile("(?s)(insert\\s.*\\svalues\\s*)(\\([^()]*\\))\\s*");

  /** The server takes at most 65,535 parameters. */
  private static final int MOST = 64;

  private static final Map<Together, Optional<String>> TOGETHER = new ConcurrentHashMap<>();

  /** An insertion of so many rows instead of one. */
  private record Together(String one, int rows) {

    Optional<String> text() {
      Matcher insert = INSERT.matcher(one);
      return insert.matches()
          ? Optional.of(
              insert.group(1) + String.join(", ", Collections.nCopies(rows, insert.group(2))))
          : Optional.empty();
    }
  }

  private final BaseConnection connection;
  private final QueryExecutor driver;
  private final Map<String, CachedQuery> texts = new HashMap<>();
  private final List<Query> parts = new ArrayList<>();
  private final List<NativeQuery> shapes = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();
  private final Answers answers = new Answers();

  OneMessage(BaseConnection connection) {
    this.connection = connection;
    this.driver = connection.getQueryExecutor();
  }

  /** How many rows each part has changed, in their order; after a failure, of those before it. */
  private static final class Answers extends ResultHandlerBase {

    private final List<Integer> counts = new ArrayList<>();

    @Override
    public void handleCommandStatus(String status, long rows, long ignored) {
      counts.add(Math.toIntExact(rows));
    }

    /** Notes of the server to whoever writes its statements. */
    @Override
    public void handleWarning(SQLWarning warning) {
      // nothing has failed
    }
  }

  /**
   * The same statement for each of these rows. Rows that are inserted go several at a time, in
   * powers of two, so that there are few texts for each table.
   *
   * @param rows text, numbers, truths, moments, bytes, and null
   */
  void add(String text, List<List<Object>> rows) throws SQLException {
    for (int from = 0; from < rows.size(); ) {
      int many = Math.min(MOST, Integer.highestOneBit(rows.size() - from));
      Optional<String> together =
          many == 1
              ? Optional.empty()
              : TOGETHER.computeIfAbsent(new Together(text, many), Together::text);
      int to = from + (together.isPresent() ? many : 1);
      part(together.orElse(text), rows.subList(from, to));
      from = to;
    }
  }

  private void part(String text, List<List<Object>> rows) throws SQLException {
    CachedQuery kept = texts.get(text);
    if (kept == null) {
      kept = driver.borrowQuery(text);
      texts.put(text, kept);
    }
    kept.increaseExecuteCount();
    parts.add(kept.query);
    sizes.add(rows.size());
    int before = parameters.size();
    rows.forEach(parameters::addAll);
    shapes.add(new NativeQuery(text, new int[parameters.size() - before], false, SqlCommand.BLANK));
  }

  /** Sends all and waits until all are done or one has failed. */
  void send() throws SQLException {
    try {
      ParameterList filled = driver.wrap(shapes).createParameterList();
      for (int i = 0; i < parameters.size(); i++) {
        give(filled, i + 1, parameters.get(i));
      }
      driver.execute(parts.size() == 1 ? parts.get(0) : this, filled, answers, ALL, ALL, FLAGS);
    } finally {
      texts.values().forEach(driver::releaseQuery);
    }
  }

  /** How many rows the statement has changed for each of the rows for which it was done. */
  List<Integer> counts() {
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < answers.counts.size(); i++) {
      int rows = sizes.get(i);
      counts.addAll(Collections.nCopies(rows, answers.counts.get(i) / rows));
    }
    return counts;
  }

  /** In words, of the type that the statement asks for: what is null says nothing of its own. */
  private void give(ParameterList filled, int index, Object value) throws SQLException {
    if (value == null) {
      filled.setNull(index, Oid.UNSPECIFIED);
    } else if (value instanceof byte[] bytes) {
      filled.setBytea(index, bytes, 0, bytes.length);
    } else {
      filled.setStringParameter(index, words(value), Oid.UNSPECIFIED);
    }
  }

  private String words(Object value) {
    if (value instanceof Date moment) {
      return connection.getTimestampUtils().toString(null, new Timestamp(moment.getTime()));
    } else if (value instanceof OffsetDateTime moment) {
      return connection.getTimestampUtils().toString(moment);
    } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException("a step writes no " + value.getClass());
  }

  @Override
  public Query[] getSubqueries() {
    return parts.toArray(Query[]::new);
  }

  @Override
  public ParameterList createParameterList() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString(ParameterList ignored) {
    return toString();
  }

  @Override
  public String toString(ParameterList ignored, SqlSerializationContext context) {
    return toString();
  }

  @Override
  public String toString() {
    return getNativeSql();
  }

  @Override
  public String getNativeSql() {
    return String.join("; ", texts.keySet());
  }

  @Override
  public SqlCommand getSqlCommand() {
    return SqlCommand.BLANK;
  }

  /** The parts are the driver's. */
  @Override
  public void close() {
    // nothing of its own
  }

  @Override
  public boolean isStatementDescribed() {
    return parts.stream().allMatch(Query::isStatementDescribed);
  }

  @Override
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  @Override
  public int getBatchSize() {
    return parts.size();
  }

  @Override
  public Map<String, Integer> getResultSetColumnNameIndexMap() {
    return null;
  }
}
