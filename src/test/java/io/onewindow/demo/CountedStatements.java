package io.onewindow.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts round trips to the database: executed statements, a batch as one, and commits. */
final class CountedStatements implements BeanPostProcessor {

  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong commits = new AtomicLong();

  long statements() {
    return statements.get();
  }

  long commits() {
    return commits.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && name.equals("dataSource")
        ? counted(DataSource.class, source)
        : bean;
  }

  @SuppressWarnings("unchecked")
  private <T> T counted(Class<T> face, T target) {
    return (T)
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(),
            new Class<?>[] {face},
            (proxy, method, arguments) -> called(target, method, arguments));
  }

  private Object called(Object target, Method method, Object[] arguments) throws Throwable {
    if (target instanceof Statement && method.getName().startsWith("execute")) {
      statements.incrementAndGet();
    } else if (target instanceof Connection && method.getName().equals("commit")) {
      commits.incrementAndGet();
    }
    try {
      Object answer = method.invoke(target, arguments);
      if (answer instanceof PreparedStatement statement) {
        return counted(PreparedStatement.class, statement);
      } else if (answer instanceof Statement statement) {
        return counted(Statement.class, statement);
      }
      return answer instanceof Connection connection
          ? counted(Connection.class, connection)
          : answer;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
