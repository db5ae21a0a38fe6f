package io.onewindow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the one-window application: engine, screens and HTTP API in one process. */
@SpringBootApplication
public class OneWindowApplication {

  public static void main(String[] args) {
    SpringApplication.run(OneWindowApplication.class, args);
  }
}
