package io.onewindow.face;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a Jersey resource class answers, in itself and in what it hands on to. */
final class JerseyEndpoints {

  private final Map<String, Endpoint> found = new TreeMap<>();

  /**
   * @param parent the path that the class's own stands under
   */
  void add(String parent, Class<?> resource) {
    Path own = annotation(resource, Path.class);
    walk(joined(parent, own == null ? "" : own.value()), resource, new HashSet<>());
  }

  List<Endpoint> all() {
    return List.copyOf(found.values());
  }

  private void walk(String path, Class<?> type, Set<Class<?>> above) {
    if (!above.add(type)) {
      return;
    }
    Arrays.stream(type.getMethods())
        .filter(method -> !method.isBridge())
        .sorted(Comparator.comparing(Method::toGenericString))
        .forEach(method -> look(path, method, above));
    above.remove(type);
  }

  private void look(String parent, Method method, Set<Class<?>> above) {
    List<Method> declared = declarations(method);
    Path own = first(declared, Path.class);
    String verb = verb(declared);
    String path = joined(parent, own == null ? "" : own.value());
    if (verb != null) {
      Endpoint endpoint = new Endpoint(verb, path, body(declared), parameters(declared));
      found.putIfAbsent(endpoint.toString(), endpoint);
    } else if (own != null) {
      walk(path, method.getReturnType(), above);
    }
  }

  /** The method itself and what it implements: annotations may stand on any of them. */
  private static List<Method> declarations(Method method) {
    List<Method> all = new ArrayList<>(List.of(method));
    for (Class<?> type : supertypes(method.getDeclaringClass())) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(other -> other.getName().equals(method.getName()))
          .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
          .forEach(all::add);
    }
    return all;
  }

  private static Set<Class<?>> supertypes(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> one = type; one != null; one = one.getSuperclass()) {
      all.add(one);
      for (Class<?> face : one.getInterfaces()) {
        all.add(face);
        all.addAll(supertypes(face));
      }
    }
    return all;
  }

  private static String verb(List<Method> declared) {
    return declared.stream()
        .flatMap(method -> Arrays.stream(method.getAnnotations()))
        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
        .filter(one -> one != null)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  /** The one parameter without an annotation is the body. */
  private static Type body(List<Method> declared) {
    Method annotated =
        declared.stream()
            .filter(one -> hasAnnotatedParameter(one))
            .findFirst()
            .orElse(declared.get(0));
    for (Parameter parameter : annotated.getParameters()) {
      if (parameter.getAnnotations().length == 0) {
        return parameter.getParameterizedType();
      }
    }
    return null;
  }

  private static boolean hasAnnotatedParameter(Method method) {
    return Arrays.stream(method.getParameters()).anyMatch(p -> p.getAnnotations().length > 0);
  }

  private static Set<String> parameters(List<Method> declared) {
    Set<String> names = new LinkedHashSet<>();
    for (Method method : declared) {
      for (Parameter parameter : method.getParameters()) {
        QueryParam named = parameter.getAnnotation(QueryParam.class);
        if (named != null) {
          names.add(named.value());
        }
      }
    }
    return names;
  }

  private static <A extends Annotation> A first(List<Method> declared, Class<A> wanted) {
    return declared.stream()
        .map(method -> method.getAnnotation(wanted))
        .filter(one -> one != null)
        .findFirst()
        .orElse(null);
  }

  private static <A extends Annotation> A annotation(Class<?> type, Class<A> wanted) {
    return supertypes(type).stream()
        .map(one -> one.getAnnotation(wanted))
        .filter(one -> one != null)
        .findFirst()
        .orElse(null);
  }

  private static String joined(String parent, String path) {
    String child = path.startsWith("/") ? path.substring(1) : path;
    return child.isEmpty() ? parent : (parent.endsWith("/") ? parent : parent + "/") + child;
  }
}
