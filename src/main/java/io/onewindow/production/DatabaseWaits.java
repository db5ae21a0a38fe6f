package io.onewindow.production;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How long the answers of a database on another machine are waited for; commands always wait. */
@Component
@Profile("prod")
@ConditionalOnWebApplication
final class DatabaseWaits implements BeanPostProcessor, ApplicationListener<ApplicationReadyEvent> {

  private static final String SETTINGS = "onewindow.database.";

  private final Duration forATurn;
  private final Duration ofRequests;
  private final Duration inBackground;
  private volatile boolean started;

  DatabaseWaits(Environment environment) {
    forATurn = environment.getRequiredProperty(SETTINGS + "longest-turn", Duration.class);
    ofRequests = environment.getRequiredProperty(SETTINGS + "longest-wait", Duration.class);
    inBackground =
        environment.getRequiredProperty(SETTINGS + "longest-background-wait", Duration.class);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database
        ? new RequestWaits(
            database, forATurn, ofRequests, inBackground, () -> started, System::nanoTime)
        : bean;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    started = true;
  }
}
