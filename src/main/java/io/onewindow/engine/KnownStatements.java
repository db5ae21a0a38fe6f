package io.onewindow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.scripting.xmltags.XMLScriptBuilder;
import org.apache.ibatis.session.Configuration;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Reads a statement's text once. In every statement of the engine each table's name begins with a
 * prefix that is asked for by an expression, so that the text is put together and its parameters
 * are looked up anew each time it is sent. The tables have no prefix here; what is left of the text
 * is put together as before, and text that has been seen is not read again.
 */
public final class KnownStatements extends XMLLanguageDriver {

  private static final String TABLE_PREFIX =
      "${@org.camunda.bpm.engine.impl.context.Context@getProcessEngineConfiguration()"
          + ".databaseTablePrefix}";

  @Override
  public SqlSource createSqlSource(Configuration statements, XNode script, Class<?> parameter) {
    withoutPrefix(script.getNode());
    Parts parts = new Parts(statements, script, parameter);
    SqlSource source = parts.parseScriptNode();
    // nothing else in it is asked for: read now, once and for all
    return source instanceof RawSqlSource ? source : new Text(statements, parts.whole());
  }

  private static void withoutPrefix(Node node) {
    NodeList inner = node.getChildNodes();
    for (int i = 0; i < inner.getLength(); i++) {
      withoutPrefix(inner.item(i));
    }
    if (inner.getLength() == 0 && node.getNodeValue() != null) {
      node.setNodeValue(node.getNodeValue().replace(TABLE_PREFIX, ""));
    }
  }

  private static final class Parts extends XMLScriptBuilder {

    private final XNode script;

    Parts(Configuration statements, XNode script, Class<?> parameter) {
      super(statements, script, parameter);
      this.script = script;
    }

    SqlNode whole() {
      return parseDynamicTags(script);
    }
  }

  /**
   * A text that has been read: whose parameters are what, for values of these classes.
   *
   * @param bound classes of the values that the text itself names
   */
  private record Reading(String text, Class<?> parameter, List<Class<?>> bound) {}

  private static final class Text implements SqlSource {

    /** More ways to put one statement together than are asked for; then all are read anew. */
    private static final int MANY = 500;

    /** What MyBatis calls an element of a list. */
    private static final String ELEMENT = "__frch_";

    private final Configuration statements;
    private final SqlNode whole;
    private final Map<Reading, SqlSource> readings = new ConcurrentHashMap<>();

    Text(Configuration statements, SqlNode whole) {
      this.statements = statements;
      this.whole = whole;
    }

    @Override
    public BoundSql getBoundSql(Object parameter) {
      DynamicContext context = new DynamicContext(statements, parameter);
      whole.apply(context);
      Map<String, Object> bindings = context.getBindings();
      BoundSql sql = reading(context.getSql(), parameter, bindings).getBoundSql(parameter);
      bindings.forEach(sql::setAdditionalParameter);
      return sql;
    }

    private SqlSource reading(String text, Object parameter, Map<String, Object> bindings) {
      Class<?> type = parameter == null ? Object.class : parameter.getClass();
      List<Class<?>> bound = new ArrayList<>();
      for (Map.Entry<String, Object> one : bindings.entrySet()) {
        if (one.getKey().startsWith(ELEMENT)) {
          return read(text, type, bindings);
        } else if (one.getValue() != parameter) {
          bound.add(one.getValue() == null ? null : one.getValue().getClass());
        }
      }
      if (readings.size() > MANY) {
        readings.clear();
      }
      return readings.computeIfAbsent(
          new Reading(text, type, bound), key -> read(text, type, bindings));
    }

    private SqlSource read(String text, Class<?> type, Map<String, Object> bindings) {
      return new SqlSourceBuilder(statements).parse(text, type, bindings);
    }
  }
}
