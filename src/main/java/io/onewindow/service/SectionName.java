package io.onewindow.service;

import java.text.Normalizer;
import java.util.Locale;

/** Names of parts of a project. */
public final class SectionName {

  private SectionName() {}

  /** What two ways of writing one name have in common: neither blanks, width nor case count. */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u3000]", "")
        .toUpperCase(Locale.ROOT);
  }
}
