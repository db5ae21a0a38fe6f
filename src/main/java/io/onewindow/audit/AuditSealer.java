package io.onewindow.audit;

import io.onewindow.engine.BackgroundWork;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals by itself what is recorded. */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class AuditSealer implements DisposableBean {

  private final AuditSettings settings;
  private final BackgroundWork work;

  AuditSealer(AuditChain chain, AuditSettings settings) {
    this.settings = settings;
    this.work = new BackgroundWork("audit", chain::sealSome);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (settings.unattended()) {
      work.begin(settings.every());
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    work.end();
  }
}
