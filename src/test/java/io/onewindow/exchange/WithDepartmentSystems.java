package io.onewindow.exchange;

import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A hall where the tax office and the market regulators of one county have systems of their own.
 */
@StoryTest
abstract class WithDepartmentSystems {

  static final DepartmentStub SYSTEM = new DepartmentStub();
  static final String TOKEN = "token-that-only-this-test-knows";
  static final String KEY = "key-that-only-this-test-knows-too";
  static final String PASSWORD = "password-that-only-this-test-knows";

  @Autowired Hall hall;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;

  ExchangeStory story;

  @DynamicPropertySource
  static void systems(DynamicPropertyRegistry properties) {
    String tax = "onewindow.exchange.systems.ny-tax.";
    properties.add(tax + "jurisdiction", () -> "ningyang");
    properties.add(tax + "department", () -> "tax");
    properties.add(tax + "address", SYSTEM::address);
    properties.add(tax + "token", () -> TOKEN);
    properties.add(tax + "signing-key", () -> KEY);
    properties.add(tax + "answer-password", () -> PASSWORD);
    properties.add(tax + "steps", () -> "userTask_handleTax");
    properties.add(tax + "fields", () -> "enterpriseName,licenceNo");
    String market = "onewindow.exchange.systems.ny-market.";
    properties.add(market + "jurisdiction", () -> "ningyang");
    properties.add(market + "department", () -> "marketReg");
    properties.add(market + "address", SYSTEM::address);
    properties.add(market + "answer-password", () -> PASSWORD + "-either");
    properties.add(market + "hand-over", () -> "true");
    properties.add(market + "fields", () -> "enterpriseName");
    properties.add("onewindow.exchange.timeout", () -> "3s");
  }

  @BeforeEach
  void openTheHall() {
    hall.itIs("2026-09-15T10:00");
    story = new ExchangeStory(hall, management, jdbc);
    story.forgets();
    SYSTEM.forgets();
    SYSTEM.starts();
  }

  @AfterEach
  void closeTheHall() {
    SYSTEM.stops();
    hall.closes();
  }
}
