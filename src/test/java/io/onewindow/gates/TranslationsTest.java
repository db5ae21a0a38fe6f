package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's web applications speak Chinese throughout, also after an upgrade adds new words. */
class TranslationsTest {

  private static final String LOCALES =
      "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");

  /** A notice about the end of the community line, which ours words in its own way. */
  private static final String OWN_WORDING = "BANNER_CE_EOL_TEXT";

  /** Names, formats of dates and abbreviations that Chinese readers use as they are. */
  private static final Set<String> SAME_IN_CHINESE =
      Set.of(
          "Camunda", "Optimize", "ID", "ID*", "CSV", "JSON", "L", "HH:mm", "YYYY-MM-DDTHH:mm:ss");

  /** The ending of an English plural, which Chinese does without. */
  private static final String PLURAL = "s";

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void everyWordIsTranslated(String app) throws IOException {
    Map<String, String> english = words(app, "en");
    Map<String, String> chinese = words(app, "zh-CN");
    assertThat(chinese.keySet()).as("keys of %s", app).isEqualTo(english.keySet());
    assertThat(where(english, chinese, TranslationsTest::losesPlaceholders))
        .as("keys of %s whose placeholders differ", app)
        .isEmpty();
    assertThat(where(english, chinese, TranslationsTest::leftEmpty))
        .as("keys of %s left empty", app)
        .isEmpty();
    assertThat(where(english, chinese, TranslationsTest::leftInEnglish))
        .as("keys of %s left in English", app)
        .isEmpty();
  }

  private static boolean losesPlaceholders(String english, String chinese) {
    return !placeholders(english).equals(placeholders(chinese));
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static boolean leftEmpty(String english, String chinese) {
    return chinese.isBlank() && !english.isBlank() && !english.equals(PLURAL);
  }

  /** Signs and numbers have nothing to translate. */
  private static boolean leftInEnglish(String english, String chinese) {
    return english.equals(chinese)
        && english.chars().anyMatch(Character::isLetter)
        && !SAME_IN_CHINESE.contains(english);
  }

  private static List<String> where(
      Map<String, String> english, Map<String, String> chinese, BiPredicate<String, String> wrong) {
    return english.keySet().stream()
        .filter(key -> !key.endsWith(OWN_WORDING))
        .filter(key -> wrong.test(english.get(key), chinese.get(key)))
        .toList();
  }

  private static Map<String, String> words(String app, String language) throws IOException {
    String file = LOCALES.formatted(app, language);
    try (var in = TranslationsTest.class.getResourceAsStream(file)) {
      assertThat(in).as("%s on the classpath", file).isNotNull();
      Map<String, String> words = new TreeMap<>();
      flatten("", new ObjectMapper().readTree(in), words);
      return words;
    }
  }

  private static void flatten(String key, JsonNode node, Map<String, String> words) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(key + "/" + field.getKey(), field.getValue(), words));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(key + "/" + i, node.get(i), words);
      }
    } else {
      words.put(key, node.asText());
    }
  }
}
