package io.onewindow.bench;

import io.onewindow.demo.BareApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The starter with its defaults, to compare with. */
final class StockEngine {

  private StockEngine() {}

  static AnnotationConfigApplicationContext start(String url, String... properties) {
    return start(url, List.of(), properties);
  }

  /**
   * Not as an application: the product's own start-up belongs to its class path.
   *
   * @param plugins of the engine
   */
  static AnnotationConfigApplicationContext start(
      String url, List<Class<?>> plugins, String... properties) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=postgres",
                "camunda.bpm.auto-deployment-enabled=false",
                "camunda.bpm.generic-properties.properties.historyTimeToLive=P3650D"));
    all.addAll(Arrays.asList(properties));
    var context = new AnnotationConfigApplicationContext();
    TestPropertyValues.of(all).applyTo(context);
    context.register(BareApplication.Starter.class);
    plugins.forEach(context::register);
    context.refresh();
    return context;
  }
}
