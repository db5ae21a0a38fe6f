package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret of anybody's lies in the repository: keys, tokens of well-known makers, passwords. */
class NoSecretsTest {

  private static final Map<String, Pattern> SECRETS =
      Map.of(
          "private key",
          Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
          "cloud key",
          Pattern.compile("\\b(?:AKIA|ASIA|LTAI|AKID)[0-9A-Za-z]{12,}\\b"),
          "token of a code host",
          Pattern.compile("\\b(?:gh[pousr]_[0-9A-Za-z]{36}|glpat-[0-9A-Za-z_-]{20})"),
          "signed token",
          Pattern.compile("\\beyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\."),
          "address with a password",
          Pattern.compile("\\b[a-z]+://[^/\\s:@${}<>]+:[^/\\s:@${}<>]{3,}@"),
          "value of a secret setting",
          Pattern.compile(
              "(?i)(?:password|secret|token|signing-?key)\"?\\s*[:=]\\s*[\"']?"
                  + "(?![\"'$<{])[0-9A-Za-z+/_-]{24,}={0,2}[\"']?\\s*$",
              Pattern.MULTILINE));

  /** What is public on purpose; a line each: path, two spaces, why. */
  private static final Path ACCEPTED = Path.of("src/test/resources/gates/accepted-secrets.txt");

  private static final Set<String> NOT_TEXT =
      Set.of("png", "jpg", "pdf", "xz", "ttf", "otf", "gz", "zip", "xlsx", "docx", "ofd", "ico");

  /** What stays on the machine where it was made, such as a key for trying. */
  private static final List<Path> NOT_OURS =
      Stream.concat(
              Stream.of("/.git", "/data-drill"),
              RepositoryFiles.text(Path.of(".gitignore")).lines())
          .filter(line -> line.startsWith("/"))
          .map(line -> Path.of(line.substring(1)))
          .toList();

  @Test
  void liesInTheRepository() {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : files()) {
      List<String> kinds = kinds(RepositoryFiles.text(file));
      if (!kinds.isEmpty()) {
        found.put(file.toString(), kinds);
      }
    }
    assertThat(found.keySet()).as(found.toString()).isEqualTo(accepted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "key: AKIA" + "ABCDEFGHIJKLMNOP",
        "git clone https://ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789@x",
        "jdbc:x postgresql://" + "onewindow:hidden@db/onewindow",
        "Bearer eyJ" + "hbGciOiJSUzI1NiJ9.eyJ" + "zdWIiOiJ3YW5nIn0.x",
        "signing-key: " + "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ="
      })
  void isFoundWhereThereIsOne(String planted) {
    assertThat(kinds("# a file\n" + planted + "\n")).isNotEmpty();
  }

  private static List<String> kinds(String text) {
    List<String> kinds = new ArrayList<>();
    SECRETS.forEach(
        (kind, pattern) -> {
          if (pattern.matcher(text).find()) {
            kinds.add(kind);
          }
        });
    return kinds;
  }

  private static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (var top = Files.list(Path.of(""))) {
      for (Path one : top.filter(NoSecretsTest::isOurs).toList()) {
        try (var below = Files.walk(one)) {
          below.filter(NoSecretsTest::isOurs).filter(NoSecretsTest::isText).forEach(files::add);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  private static boolean isOurs(Path file) {
    return NOT_OURS.stream().noneMatch(file::startsWith);
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && !NOT_TEXT.contains(name.substring(name.indexOf('.') + 1))
        && !NOT_TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Set<String> accepted() {
    return RepositoryFiles.text(ACCEPTED)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf("  ")))
        .collect(Collectors.toSet());
  }
}
