package io.onewindow.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts what goes to the database: round trips, that is executed statements with a batch as one,
 * the statements for rows that batches hold, and commits.
 */
public final class CountedStatements implements BeanPostProcessor {

  private static final Pattern WHERE_TO =
      Pattern.compile("\\b(?:into|update|from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final String UNKNOWN = "other";

  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong commits = new AtomicLong();
  private final Map<String, AtomicLong> kinds = new ConcurrentHashMap<>();
  private final Map<String, Text> known = new ConcurrentHashMap<>();

  /**
   * What is known of a text that is sent.
   *
   * @param inside how many statements it holds
   */
  private record Text(String kind, long inside) {}

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
      if (answer instanceof PreparedStatement statement) {
        return counted(PreparedStatement.class, statement, (String) arguments[0], proxy);
      } else if (answer instanceof Statement statement) {
        return counted(Statement.class, statement, null, proxy);
      }
      return answer instanceof Connection connection
          ? counted(Connection.class, connection, null, null)
          : answer;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private void count(Object target, String sql, String method, Object[] arguments) {
    if (target instanceof Connection && method.equals("commit")) {
      commits.incrementAndGet();
    } else if (target instanceof Statement && method.equals("addBatch")) {
      rows.incrementAndGet();
    } else if (target instanceof Statement && method.startsWith("execute")) {
      statements.incrementAndGet();
      String text = arguments != null && arguments[0] instanceof String given ? given : sql;
      Text sent =
          text == null
              ? new Text(UNKNOWN, 1)
              : known.computeIfAbsent(text, one -> new Text(kind(one), inside(one)));
      if (!method.equals("executeBatch")) {
        rows.addAndGet(sent.inside());
      }
      kinds.computeIfAbsent(sent.kind(), key -> new AtomicLong()).incrementAndGet();
    }
  }

  /** How many statements are sent in one message, without the savepoint around them. */
  private static long inside(String text) {
    String[] parts = text.split(";\\s*");
    return parts.length > 2 && parts[0].startsWith("savepoint") ? parts.length - 2 : parts.length;
  }

  private static String kind(String sql) {
    if (sql.startsWith("savepoint")) {
      return "several at once";
    }
    Matcher table = WHERE_TO.matcher(sql);
    String verb = sql.strip().split("\\s", 2)[0];
    return (table.find() ? verb + " " + table.group(1) : verb).toLowerCase(Locale.ROOT);
  }
}
