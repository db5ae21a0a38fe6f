package io.onewindow.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * What answers to who has not signed in. The committed list has a section for every way in which
 * the application runs; each is compared where it runs so.
 */
public final class OpenEndpoints {

  private static final String LIST = "access/anonymous-endpoints.txt";

  /** What an unknown caller is told of what is closed. */
  private static final Set<Integer> CLOSED = Set.of(401, 403);

  /** Who stands there has no account: a query code is asked for, and that is listed, too. */
  private static final String APPLICANTS = "/progress";

  private static final Pattern ENGINE =
      Pattern.compile("\\{(?:name|engine|engineName|processEngineName)}");
  private static final Pattern DIGITS = Pattern.compile("\\{\\w+:\\[0-9](?:[^{}]|\\{[^{}]*})*}");
  private static final Pattern OTHER = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");

  private OpenEndpoints() {}

  /**
   * Asks for every one of them: what answers is exactly what those sections of the list name.
   *
   * @param answers whether that endpoint answers to nobody in particular
   */
  public static void assertAsListed(
      Collection<Endpoint> endpoints, Predicate<Endpoint> answers, String... sections)
      throws IOException {
    assertThat(endpoints).hasSizeGreaterThan(600);
    Set<String> open = new TreeSet<>();
    endpoints.stream()
        .filter(one -> one.path().startsWith(APPLICANTS) || answers.test(one))
        .forEach(one -> open.add(one.toString()));
    assertThat(open).containsExactlyInAnyOrderElementsOf(listed(sections));
  }

  /** Whether an unknown caller who is told that is not let in. */
  public static boolean isClosed(int status) {
    return CLOSED.contains(status);
  }

  /** A path that its mapping answers to, with something in every place. */
  public static String filled(String path) {
    String known = ENGINE.matcher(path).replaceAll("default");
    return OTHER.matcher(DIGITS.matcher(known).replaceAll("1")).replaceAll("x");
  }

  /** What those sections of the list name, each as its endpoint is written. */
  public static Set<String> listed(String... sections) throws IOException {
    Set<String> listed = new TreeSet<>();
    String section = "";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else if (List.of(sections).contains(section)) {
        listed.add(line.split("  ")[0]);
      }
    }
    return listed;
  }

  private static List<String> lines() throws IOException {
    return new ClassPathResource(LIST)
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
