package io.onewindow.production;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at every start that a database in a file is not for real cases. */
@Component
class TrainingOnly {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingOnly.class);

  private final boolean isFile;

  TrainingOnly(Environment environment) {
    isFile = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:");
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    if (isFile) {
      LOG.warn("数据库是 H2，只用于演示、培训和试用，不得用于办理真实业务；正式环境使用 PostgreSQL（docs/operations.md）。");
    }
  }
}
