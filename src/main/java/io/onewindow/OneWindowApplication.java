package io.onewindow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the one-window application: engine, screens and HTTP API in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OneWindowApplication {

  public static void main(String[] args) {
    SpringApplication.run(OneWindowApplication.class, args);
  }
}
