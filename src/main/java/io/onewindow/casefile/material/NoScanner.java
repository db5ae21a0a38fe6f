package io.onewindow.casefile.material;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks for nothing, and says so at every start. */
@Component
@ConditionalOnProperty(name = "onewindow.material.scanner", havingValue = "none")
class NoScanner implements ContentScanner {

  NoScanner() {
    Logger log = LoggerFactory.getLogger(NoScanner.class);
    log.warn("未配置病毒扫描（onewindow.material.scanner: none）：上传的材料只核对类型和结构，不查病毒。");
  }

  @Override
  public Optional<String> threat(Path file) {
    return Optional.empty();
  }
}
