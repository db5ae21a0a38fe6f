package io.onewindow.problem;

import java.util.Optional;

/** Knows what some foreign exceptions mean to the person who asked. */
public interface ProblemTranslator {

  /** The problem behind this failure, or empty if the translator does not know it. */
  Optional<Problem> translate(Exception failure);
}
