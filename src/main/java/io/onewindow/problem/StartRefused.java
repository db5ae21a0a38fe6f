package io.onewindow.problem;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** The application must not start as it is set up; the process ends with exit code 1. */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

  private final List<String> reasons;

  /**
   * @param reasons each names in Chinese one setting and what would be right
   */
  public StartRefused(List<String> reasons) {
    super(String.join("\n", reasons));
    this.reasons = List.copyOf(reasons);
  }

  public StartRefused(String reason) {
    this(List.of(reason));
  }

  public List<String> reasons() {
    return reasons;
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
