package io.onewindow.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts what goes to the database: round trips, that is executed statements with a batch as one,
 * the statements for rows that batches hold, and commits.
 */
public final class CountedStatements implements BeanPostProcessor {

  private static final Pattern WHERE_TO =
      Pattern.compile("\\b(?:into|update|from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final String UNKNOWN = "other";

  /** Between two rows of an insertion. */
  private static final Pattern NEXT_ROW = Pattern.compile("\\), \\(");

  /** What the engine writes in a step, see OneMessage. */
  private static final String TOGETHER = "several at once";

  private volatile boolean isOn = true;
  private volatile boolean isThere = true;
  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong commits = new AtomicLong();
  private final Map<String, AtomicLong> kinds = new ConcurrentHashMap<>();
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** Whether what is sent from now on is counted, as it is at first. */
  void count(boolean isWanted) {
    isOn = isWanted;
  }

  /**
   * Whether connections that are taken from now on are watched, as they are at first; the others
   * are those of the pool, so that time can be taken.
   */
  public void watch(boolean isWanted) {
    isThere = isWanted;
  }

  /** What was counted so far. */
  public Counts counts() {
    Map<String, Long> byKind = new TreeMap<>();
    kinds.forEach((kind, count) -> byKind.put(kind, count.get()));
    return new Counts(statements.get(), rows.get(), commits.get(), byKind);
  }

  /**
   * @param statements round trips
   * @param rows statements that were not sent alone count one by one
   * @param byKind round trips by verb and first table
   */
  public record Counts(long statements, long rows, long commits, Map<String, Long> byKind) {

    /** What was counted since. */
    public Counts since(Counts before) {
      Map<String, Long> more = new TreeMap<>(byKind);
      before.byKind.forEach((kind, count) -> more.merge(kind, -count, Long::sum));
      more.values().removeIf(count -> count == 0);
      return new Counts(
          statements - before.statements, rows - before.rows, commits - before.commits, more);
    }

    /** The kinds with the most round trips, a line each. */
    public String most(int kinds, double cases) {
      return byKind.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(kinds)
          .map(one -> String.format(Locale.ROOT, "%8.2f %s", one.getValue() / cases, one.getKey()))
          .collect(Collectors.joining("\n"));
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && name.equals("dataSource")
        ? counted(DataSource.class, source, null, null)
        : bean;
  }

  /**
   * @param connection the counted one that a statement belongs to, null for what is no statement
   */
  @SuppressWarnings("unchecked")
  private <T> T counted(Class<T> face, T target, String sql, Object connection) {
    return (T)
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(),
            new Class<?>[] {face},
            (proxy, method, arguments) ->
                // whoever gives the connection back compares it with the one of the transaction
                connection != null && method.getName().equals("getConnection")
                    ? connection
                    : called(proxy, target, sql, method, arguments));
  }

  private Object called(Object proxy, Object target, String sql, Method method, Object[] arguments)
      throws Throwable {
    count(target, sql, method.getName(), arguments);
    try {
      Object answer = method.invoke(target, arguments);
      if (!isThere && target instanceof DataSource) {
        return answer;
      }
      if (answer instanceof PreparedStatement statement) {
        return counted(PreparedStatement.class, statement, (String) arguments[0], proxy);
      } else if (answer instanceof Statement statement) {
        return counted(Statement.class, statement, null, proxy);
      }
      if (answer instanceof QueryExecutor driver) {
        return counted(QueryExecutor.class, driver, null, null);
      } else if (answer instanceof BaseConnection connection) {
        return counted(BaseConnection.class, connection, null, null);
      }
      return answer instanceof Connection connection
          ? counted(Connection.class, connection, null, null)
          : answer;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private void count(Object target, String sql, String method, Object[] arguments) {
    if (!isOn) {
      return;
    }
    if (target instanceof Connection && method.equals("commit")) {
      commits.incrementAndGet();
    } else if (target instanceof Statement && method.equals("addBatch")) {
      rows.incrementAndGet();
    } else if (target instanceof QueryExecutor && method.equals("execute")) {
      statements.incrementAndGet();
      rows.addAndGet(inside((Query) arguments[0]));
      kinds.computeIfAbsent(TOGETHER, key -> new AtomicLong()).incrementAndGet();
    } else if (target instanceof Statement && method.startsWith("execute")) {
      statements.incrementAndGet();
      String text = arguments != null && arguments[0] instanceof String given ? given : sql;
      if (!method.equals("executeBatch")) {
        rows.incrementAndGet();
      }
      String kind = text == null ? UNKNOWN : known.computeIfAbsent(text, CountedStatements::kind);
      kinds.computeIfAbsent(kind, key -> new AtomicLong()).incrementAndGet();
    }
  }

  /** How many rows go in one message; those that are inserted together count one by one, too. */
  private static long inside(Query message) {
    Query[] parts = message.getSubqueries();
    return parts == null
        ? 1 + NEXT_ROW.matcher(message.getNativeSql()).results().count()
        : Arrays.stream(parts).mapToLong(CountedStatements::inside).sum();
  }

  private static String kind(String sql) {
    Matcher table = WHERE_TO.matcher(sql);
    String verb = sql.strip().split("\\s", 2)[0];
    return (table.find() ? verb + " " + table.group(1) : verb).toLowerCase(Locale.ROOT);
  }
}
