package io.onewindow.casefile.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The wording of each message: a file per kind, its first line the subject. What stands in braces
 * is replaced once; what is put in is never read as a template again.
 */
@Component
class Templates {

  private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

  private final Map<String, String> read = new ConcurrentHashMap<>();

  /**
   * @param values what the gaps are filled with; a gap without value is a fault of the template
   * @return the filled template; subject and body are parted by the first line break
   */
  String filled(String name, Map<String, String> values) {
    return GAP.matcher(read.computeIfAbsent(name, Templates::load))
        .replaceAll(gap -> Matcher.quoteReplacement(value(name, values, gap.group(1))));
  }

  private static String value(String template, Map<String, String> values, String gap) {
    String value = values.get(gap);
    if (value == null) {
      throw new IllegalStateException(template + " asks for {" + gap + "}, which nobody gave");
    }
    return value;
  }

  private static String load(String name) {
    try (var in = Templates.class.getResourceAsStream(name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
