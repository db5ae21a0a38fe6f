package io.onewindow.sandbox;

import io.onewindow.problem.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Lets a drill start only on a database file of its own, and where nothing can leave the house. */
final class StartGate implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  static final String PROFILE = "sandbox";
  private static final String OTHER_DATABASE = "onewindow.mv.db";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
      return;
    }
    List<String> refusals = refusals(environment);
    if (!refusals.isEmpty()) {
      throw new StartRefused(refusals);
    }
  }

  private static List<String> refusals(ConfigurableEnvironment environment) {
    List<String> refusals = new ArrayList<>();
    if (environment.acceptsProfiles(Profiles.of("prod"))) {
      refusals.add("spring.profiles.active：演练环境 sandbox 不能与正式环境 prod 同时启用，请单独启动。");
    }
    String folder = environment.getProperty("onewindow.data-dir", "");
    String own = "jdbc:h2:file:" + folder + "/drill";
    if (!own.equals(environment.getProperty("spring.datasource.url"))) {
      refusals.add("spring.datasource.url：演练只使用自己的数据库 " + own + "，不接受其他数据库；请去掉这项设置。");
    }
    if (Files.exists(Path.of(folder, OTHER_DATABASE))) {
      refusals.add(
          "onewindow.data-dir：目录 " + folder + " 中有办件系统的数据库，演练不使用它；请换一个目录，例如 ./data-drill。");
    }
    if (!environment.getProperty("spring.mail.host", "").isBlank()) {
      refusals.add("spring.mail.host：演练不向任何人发送邮件；请去掉这项设置。");
    }
    if (Binder.get(environment)
        .bind("onewindow.exchange.systems", Bindable.mapOf(String.class, Object.class))
        .isBound()) {
      refusals.add("onewindow.exchange.systems：演练不向任何部门的系统推送；请去掉这些设置。");
    }
    return refusals;
  }

  /** After the logging system is ready to print a refusal. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }
}
