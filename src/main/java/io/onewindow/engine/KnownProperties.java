package io.onewindow.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * Knows which method tells a property. The engine's statements ask their query for a hundred
 * properties each time they are put together, and for every one that is not named after its getter
 * OGNL looks through all methods of the query, by name and in small letters.
 */
final class KnownProperties extends ObjectPropertyAccessor {

  private final ClassValue<Map<String, Optional<Method>>> getters =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** For everything that has no reader of its own, as maps have. */
  static void use() {
    OgnlRuntime.setPropertyAccessor(Object.class, new KnownProperties());
  }

  @Override
  public Object getPossibleProperty(OgnlContext context, Object target, String name)
      throws OgnlException {
    Map<String, Optional<Method>> known = getters.get(target.getClass());
    Optional<Method> getter = known.get(name);
    if (getter == null) {
      getter = getter(target.getClass(), name);
      known.put(name, getter);
    }
    if (getter.isEmpty()) {
      return super.getPossibleProperty(context, target, name);
    }
    try {
      return getter.get().invoke(target);
    } catch (IllegalAccessException | InvocationTargetException failed) {
      throw new OgnlException(name, failed);
    }
  }

  /** As OGNL finds it; empty where it has to look again each time. */
  private static Optional<Method> getter(Class<?> type, String name) {
    Method getter = OgnlRuntime.getGetMethod(type, name);
    return Optional.ofNullable(getter == null ? OgnlRuntime.getReadMethod(type, name) : getter)
        .filter(one -> Modifier.isPublic(one.getModifiers()))
        .filter(one -> Modifier.isPublic(one.getDeclaringClass().getModifiers()));
  }
}
