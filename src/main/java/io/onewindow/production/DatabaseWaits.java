package io.onewindow.production;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** How long the answers of a database on another machine are waited for. */
@Configuration(proxyBeanMethods = false)
@Profile("prod")
class DatabaseWaits {

  private static final String LONGEST = "onewindow.database.longest-wait";

  @Bean
  static BeanPostProcessor requestWaits(Environment environment) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
            ? new RequestWaits(database, environment.getRequiredProperty(LONGEST, Duration.class))
            : bean;
      }
    };
  }
}
