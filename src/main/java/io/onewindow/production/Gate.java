package io.onewindow.production;

import io.onewindow.casefile.paper.PaperKeys;
import io.onewindow.problem.StartRefused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Lets the prod profile start only with settings fit for it, and names all that are not. */
final class Gate implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final String PROFILE = "prod";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
      return;
    }
    List<String> refusals = new ArrayList<>();
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      refusals.add("spring.profiles.active：prod 不能与 demo 同时启用（SPRING_PROFILES_ACTIVE=prod）。");
    }
    refusals.addAll(DatabaseSettings.refusals(environment));
    refusals.addAll(Secrets.refusals(environment));
    refusals.addAll(PublicAddress.refusals(environment));
    refusals.addAll(PaperKeys.refusals(environment));
    boolean isNode =
        event.getSpringApplication().getWebApplicationType() != WebApplicationType.NONE;
    if (isNode) {
      refusals.addAll(Encryption.refusals(environment));
      refusals.addAll(WayIn.refusals(environment));
    }
    if (refusals.isEmpty()) {
      refusals.addAll(DatabaseServer.refusals(environment, isNode));
    }
    if (!refusals.isEmpty()) {
      throw new StartRefused(refusals);
    }
  }

  /** After the logging system is ready to print a refusal. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }
}
