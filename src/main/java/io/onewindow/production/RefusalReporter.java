package io.onewindow.production;

import io.onewindow.problem.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line each why the application does not start, without a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalReporter implements SpringBootExceptionReporter {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalReporter.class);

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused refused) {
        refused.reasons().forEach(reason -> LOG.error("拒绝启动：{}", reason));
        return true;
      }
    }
    return false;
  }
}
