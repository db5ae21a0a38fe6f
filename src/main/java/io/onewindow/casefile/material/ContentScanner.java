package io.onewindow.casefile.material;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks for malware in what is uploaded. The product ships none ({@code onewindow.material.scanner:
 * none}); an operator who has a scanner adds a bean of this type and names it there.
 */
public interface ContentScanner {

  /**
   * @return the name of what was found, empty for a clean file
   * @throws RuntimeException when it cannot be told; then the file is not kept
   */
  Optional<String> threat(Path file);
}
