package io.onewindow.production;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * A secret that everybody can look up is none: what ships with the program, what is tried first.
 */
final class Secrets {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:onewindow|spring|camunda|server|management)[._-].*(?:password|secret|key|token)");

  private static final Set<String> TRIED_FIRST =
      Set.of(
          "onewindow",
          "postgres",
          "password",
          "passw0rd",
          "admin",
          "root",
          "secret",
          "changeme",
          "change-me",
          "test",
          "demo",
          "123456",
          "12345678",
          "123456789");

  private Secrets() {}

  static List<String> refusals(ConfigurableEnvironment environment) {
    Set<String> refused = new TreeSet<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> named) {
        for (String name : named.getPropertyNames()) {
          if (isSecret(name) && isKnown(named, name, environment)) {
            refused.add(name);
          }
        }
      }
    }
    return refused.stream().map(name -> name + "：仍是默认或人人皆知的密码、密钥，请换成只有本单位知道的值。").toList();
  }

  private static boolean isSecret(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isKnown(
      EnumerablePropertySource<?> source, String name, ConfigurableEnvironment environment) {
    String value = environment.getProperty(name, "");
    if (value.isBlank()) {
      return false;
    }
    boolean inForce = value.equals(String.valueOf(source.getProperty(name)));
    return TRIED_FIRST.contains(value.toLowerCase(Locale.ROOT))
        || (inForce && isPackaged(source, name));
  }

  private static boolean isPackaged(PropertySource<?> source, String name) {
    Origin origin = OriginLookup.getOrigin(source, name);
    return origin instanceof TextResourceOrigin text
        && Origin.from(text) != null
        && text.getResource() instanceof ClassPathResource;
  }
}
