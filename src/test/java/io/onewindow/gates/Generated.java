package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build writes into the documentation, and refuses to let grow old there. */
public final class Generated {

  private static final String REGENERATE = "onewindow.regenerate";

  private Generated() {}

  /** Compares the file with what it should be, or writes it when asked to. */
  public static void assertCurrent(Path file, String content, Class<?> test) {
    if (Boolean.getBoolean(REGENERATE)) {
      write(file, content);
    }
    String committed = Files.exists(file) ? RepositoryFiles.text(file) : "";
    assertThat(committed)
        .as(
            "%s has grown old; write it anew: mvn test -Dtest=%s -D%s=true",
            file, test.getSimpleName(), REGENERATE)
        .isEqualTo(content);
  }

  /** The same for the part of a file between two marks, each on a line of its own. */
  static void assertCurrent(Path file, String name, String content, Class<?> test) {
    String begin = "<!-- " + name + ":begin -->\n";
    String end = "<!-- " + name + ":end -->";
    String text = RepositoryFiles.text(file);
    assertThat(text).as("%s has the marks of the block %s", file, name).contains(begin, end);
    String before = text.substring(0, text.indexOf(begin) + begin.length());
    String after = text.substring(text.indexOf(end));
    assertCurrent(file, before + content + after, test);
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file.toString(), unwritable);
    }
  }
}
