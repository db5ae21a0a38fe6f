package io.onewindow.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Asks PostgreSQL how it would answer each query, with the values it is really sent with, right
 * before it is sent.
 */
final class ExplainedQueries implements BeanPostProcessor {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A query and how it is answered. */
  record Explained(String sql, JsonNode plan) {

    /** Tables that are read from end to end. */
    Set<String> scanned() {
      Set<String> tables = new TreeSet<>();
      collect(plan, tables);
      return tables;
    }

    private static void collect(JsonNode node, Set<String> tables) {
      if (node.path("Node Type").asText().equals("Seq Scan")) {
        tables.add(node.path("Relation Name").asText());
      }
      node.path("Plans").forEach(part -> collect(part, tables));
    }
  }

  private final ThreadLocal<List<Explained>> noted = new ThreadLocal<>();

  /** Every query that the question asks in this thread. */
  List<Explained> of(Runnable question) {
    List<Explained> queries = new ArrayList<>();
    noted.set(queries);
    try {
      question.run();
    } finally {
      noted.remove();
    }
    return queries;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && name.equals("dataSource")
        ? watched(DataSource.class, (proxy, method, given) -> ofSource(source, method, given))
        : bean;
  }

  private Object ofSource(DataSource source, Method method, Object[] given) throws Throwable {
    Object answer = call(source, method, given);
    return answer instanceof Connection connection
        ? watched(Connection.class, (proxy, asked, values) -> of(connection, proxy, asked, values))
        : answer;
  }

  private Object of(Connection connection, Object proxy, Method method, Object[] given)
      throws Throwable {
    Object answer = call(connection, method, given);
    return answer instanceof PreparedStatement statement
        ? watched(PreparedStatement.class, new Watched(statement, (String) given[0], proxy))
        : answer;
  }

  /** Remembers its values until it is sent. */
  private final class Watched implements InvocationHandler {

    private final PreparedStatement statement;
    private final String sql;
    private final Object connection;
    private final Map<Integer, Value> values = new TreeMap<>();

    private record Value(Method setter, Object[] given) {}

    Watched(PreparedStatement statement, String sql, Object connection) {
      this.statement = statement;
      this.sql = sql;
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
      if (method.getName().equals("getConnection")) {
        // whoever gives the connection back compares it with the one of the transaction
        return connection;
      }
      boolean sets = method.getName().startsWith("set") && given.length > 1;
      if (sets) {
        values.put((Integer) given[0], new Value(method, given));
      } else if (method.getName().startsWith("execute") && given == null && isQuery()) {
        explain();
      }
      return call(statement, method, given);
    }

    private boolean isQuery() {
      return noted.get() != null && sql.strip().toLowerCase().matches("(?s)(select|with)\\b.*");
    }

    private void explain() throws Throwable {
      try (PreparedStatement explaining =
          statement.getConnection().prepareStatement("explain (format json) " + sql)) {
        for (Value value : values.values()) {
          call(explaining, value.setter(), value.given());
        }
        noted.get().add(new Explained(sql, plan(explaining)));
      }
    }

    private static JsonNode plan(PreparedStatement explaining)
        throws SQLException, JsonProcessingException {
      try (ResultSet answer = explaining.executeQuery()) {
        answer.next();
        return JSON.readTree(answer.getString(1)).get(0).get("Plan");
      }
    }
  }

  private static Object call(Object target, Method method, Object[] given) throws Throwable {
    try {
      return method.invoke(target, given);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static <T> T watched(Class<T> face, InvocationHandler handler) {
    return face.cast(
        Proxy.newProxyInstance(
            ExplainedQueries.class.getClassLoader(), new Class<?>[] {face}, handler));
  }
}
