package io.onewindow.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals by itself what is recorded, on a thread of its own. */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class AuditSealer implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

  private final AuditChain chain;
  private final AuditSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "audit"));

  AuditSealer(AuditChain chain, AuditSettings settings) {
    this.chain = chain;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (settings.unattended()) {
      long rest = settings.every().toMillis();
      thread.scheduleWithFixedDelay(this::work, rest, rest, TimeUnit.MILLISECONDS);
    }
  }

  /** What fails is tried again the next time; a thrown exception would end the schedule. */
  private void work() {
    try {
      while (!thread.isShutdown() && chain.sealSome()) {
        // until nothing is left
      }
    } catch (RuntimeException failed) {
      LOG.error("the audit could not be sealed", failed);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
