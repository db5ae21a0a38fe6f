package io.onewindow.gates;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Chinese words of the pages that show limits, so that pages and README never say two things.
 */
final class ScreenWords {

  private static final Path WORDS = Path.of("src/main/resources/static/limit-words.js");
  private static final Pattern ENTRY = Pattern.compile("['\"]?([\\w-]+)['\"]?:\\s*'([^']*)'");

  private final String script = RepositoryFiles.text(WORDS);
  private final Map<String, String> services = table("SERVICES");
  private final Map<String, String> steps = table("STEPS");
  private final Map<String, String> categories = table("CATEGORIES");

  String service(String id) {
    return word(services, id);
  }

  String step(String id) {
    return word(steps, id);
  }

  /** A limit without a category is for all cases. */
  String category(String id) {
    return id == null ? "全部" : word(categories, id);
  }

  private static String word(Map<String, String> words, String id) {
    String word = words.get(id);
    if (word == null) {
      throw new AssertionError(WORDS + " has no Chinese word for " + id);
    }
    return word;
  }

  private Map<String, String> table(String name) {
    Matcher table =
        Pattern.compile("const " + name + " = \\{(.*?)}", Pattern.DOTALL).matcher(script);
    if (!table.find()) {
      throw new AssertionError(WORDS + " has no table " + name);
    }
    return ENTRY
        .matcher(table.group(1))
        .results()
        .collect(toMap(entry -> entry.group(1), entry -> entry.group(2)));
  }
}
