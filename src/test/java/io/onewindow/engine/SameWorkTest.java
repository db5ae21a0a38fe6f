package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;

/**
 * Nobody learns by the time that an answer takes whether there is such an account or whether it is
 * locked: each try costs one hash of the same strength, which outweighs all else by far.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameWorkTest {

  private static final int QUICK = 4;
  private static final String LOCKED = "locked";

  private final List<String> hashed = new ArrayList<>();
  private ProcessEngine engine;

  /** Notes which hash each password was compared with. */
  private final class Counting extends PasswordHash {

    Counting() {
      super(QUICK);
    }

    @Override
    public boolean check(String salted, String hash) {
      hashed.add(hash.substring(0, "$2a$04$".length()));
      return super.check(salted, hash);
    }
  }

  @BeforeAll
  void anEngineWithPeople() {
    SignInAttempts attempts = mock(SignInAttempts.class);
    when(attempts.areUsedUp(eq(LOCKED), any())).thenReturn(true);
    when(attempts.areUsedUp(eq("lockedStranger"), any())).thenReturn(true);
    ApplicationContext context = mock(ApplicationContext.class);
    when(context.getBean(SignInAttempts.class)).thenReturn(attempts);
    when(context.getBean(InitialPasswords.class)).thenReturn(mock(InitialPasswords.class));
    when(context.getBean(CallOrigin.class)).thenReturn(new CallOrigin());
    Counting hash = new Counting();
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("same-work");
    configuration.setJdbcUrl("jdbc:h2:mem:same-work;DB_CLOSE_DELAY=-1");
    configuration.setJobExecutorActivate(false);
    configuration.setPasswordEncryptor(hash);
    configuration.setIdentityProviderSessionFactory(KeptAccounts.factory(hash));
    configuration.setIdentityService(
        new SignInService(
            new AccountSettings("accounts", QUICK, 5, 50, Duration.ofMinutes(15), false, false),
            context));
    engine = configuration.buildProcessEngine();
    for (String id : List.of("known", LOCKED, "older")) {
      User user = engine.getIdentityService().newUser(id);
      user.setPassword("right");
      engine.getIdentityService().saveUser(user);
    }
    engine.getIdentityService().saveUser(engine.getIdentityService().newUser("without"));
    StoredTheOldWay.store(engine, "older", "right");
  }

  @AfterAll
  void end() {
    engine.close();
  }

  @BeforeEach
  void forget() {
    hashed.clear();
  }

  @Test
  void aWrongPasswordCostsTheSameWhoeverIsNamed() {
    for (String id : List.of("known", "stranger", LOCKED, "lockedStranger", "without", "older")) {
      forget();
      assertThat(engine.getIdentityService().checkPassword(id, "wrong")).as(id).isFalse();
      assertThat(hashed).as(id).containsExactly("$2a$04$");
    }
  }

  @Test
  void aLockedAccountCostsTheSameForItsOwnPassword() {
    assertThat(engine.getIdentityService().checkPassword(LOCKED, "right")).isFalse();
    assertThat(hashed).containsExactly("$2a$04$");
  }

  @Test
  void aRightPasswordCostsOneToo() {
    assertThat(engine.getIdentityService().checkPassword("known", "right")).isTrue();
    assertThat(hashed).containsExactly("$2a$04$");
  }
}
