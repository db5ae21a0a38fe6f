package io.onewindow.bench;

import io.onewindow.database.Postgres;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The product with everything on, on a free port and with the demonstration's people. */
final class WholeProduct {

  /** What goes by itself otherwise waits until the bench asks for it. */
  static final String[] STILL = {
    "--camunda.bpm.job-execution.enabled=false",
    "--onewindow.figures.unattended=false",
    "--onewindow.redating.unattended=false",
    "--onewindow.audit.unattended=false"
  };

  private WholeProduct() {}

  static ServletWebServerApplicationContext start(
      Class<?> application, String url, String... settings) {
    Stream<String> always =
        Stream.of(
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + (url.contains(":h2:") ? "sa" : Postgres.USER),
            "--onewindow.data-dir=target/bench-data",
            "--server.port=0",
            "--logging.level.root=WARN");
    Stream<String> ofDriver =
        url.contains(":h2:") ? Stream.empty() : Postgres.DRIVER.stream().map(one -> "--" + one);
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(application)
            .profiles("demo")
            .run(
                Stream.of(always, ofDriver, Stream.of(settings))
                    .flatMap(some -> some)
                    .toArray(String[]::new));
  }
}
