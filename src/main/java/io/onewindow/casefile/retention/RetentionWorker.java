package io.onewindow.casefile.retention;

import io.onewindow.engine.BackgroundWork;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Clears by itself, one case at a time, what has been kept long enough. */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionWorker implements DisposableBean {

  private final RetentionSettings settings;
  private final BackgroundWork work;

  RetentionWorker(Retention retention, RetentionSettings settings) {
    this.settings = settings;
    this.work = new BackgroundWork("retention", retention::clearOne);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (settings.unattended()) {
      work.begin(settings.lookEvery());
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    work.end();
  }
}
