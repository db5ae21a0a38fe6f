package io.onewindow.engine;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

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
