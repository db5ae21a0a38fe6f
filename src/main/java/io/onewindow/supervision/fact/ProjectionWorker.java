package io.onewindow.supervision.fact;

import io.onewindow.engine.BackgroundWork;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes in by itself what happens. */
@Component
class ProjectionWorker implements DisposableBean {

  private final FigureSettings settings;
  private final BackgroundWork work;

  ProjectionWorker(Projection projection, FigureSettings settings) {
    this.settings = settings;
    this.work = new BackgroundWork("figures", projection::step);
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
