package io.onewindow.supervision.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.onewindow.supervision.figures.OpenLights;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The hall's own figures beside those of the machine: open cases, late timers, failed jobs. */
@Component
class HallMetrics implements MeterBinder {

  private final OpenLights lights;
  private final WaitingWork waiting;
  private final MetricsSettings settings;

  HallMetrics(OpenLights lights, WaitingWork waiting, MetricsSettings settings) {
    this.lights = lights;
    this.waiting = waiting;
    this.settings = settings;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Supplier<Map<OpenLights.Key, Integer>> open = counted(lights::now);
    for (OpenLights.Key key : lights.keys()) {
      Gauge.builder("onewindow.cases.open", () -> open.get().getOrDefault(key, 0))
          .description("open cases by light; provisional ones count besides")
          .tag("jurisdiction", key.jurisdiction())
          .tag("light", key.light())
          .register(registry);
    }
    gauge(registry, "onewindow.timers.overdue", waiting::timersOverdue, "timers a minute late");
    gauge(registry, "onewindow.jobs.failed", waiting::jobsFailed, "jobs without tries left");
    gauge(registry, "onewindow.messages.waiting", waiting::messagesWaiting, "messages not sent");
  }

  private void gauge(
      MeterRegistry registry, String name, Supplier<Long> question, String description) {
    Supplier<Long> counted = counted(question);
    Gauge.builder(name, counted::get).description(description).register(registry);
  }

  private <T> Supplier<T> counted(Supplier<T> question) {
    return new Counted<>(question, settings.refresh(), System::nanoTime);
  }
}
