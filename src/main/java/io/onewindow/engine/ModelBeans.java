package io.onewindow.engine;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The Spring beans that models can see, and no others. Beans are looked up when a model first asks
 * for them, because many of them need the engine that is being built with this map.
 */
final class ModelBeans extends AbstractMap<Object, Object> {

  private final ApplicationContext context;
  private final Set<String> names;

  ModelBeans(ApplicationContext context, Set<String> names) {
    this.context = context;
    this.names = Set.copyOf(names);
  }

  /** A bean that models cannot see, for plugins of the web applications. */
  <T> T hidden(Class<T> type) {
    return context.getBean(type);
  }

  /** Whether a bean that models can see is of that class, or of the class behind that proxy. */
  boolean isOpen(Class<?> type) {
    Class<?> own = ClassUtils.getUserClass(type);
    return names.stream()
        .filter(context::containsBean)
        .map(context::getType)
        .anyMatch(bean -> bean != null && ClassUtils.getUserClass(bean) == own);
  }

  @Override
  public boolean containsKey(Object name) {
    return names.contains(name);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? context.getBean((String) name) : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return names.stream()
        .map(name -> new SimpleImmutableEntry<Object, Object>(name, get(name)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
