package io.onewindow.engine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/** Who may write while cases are played, and who may play; in the demo profile only. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class PlayConfiguration {

  @Bean
  FilterRegistrationBean<PlayFence> playFence(PlayedTime played) {
    var registration = new FilterRegistrationBean<>(new PlayFence(played));
    registration.addUrlPatterns("/*");
    registration.setAsyncSupported(true);
    // after signing in, so that a refusal tells a stranger nothing
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 210);
    return registration;
  }

  /** Everybody may see how far it is; who begins or ends it must sign in. */
  @Bean
  FilterRegistrationBean<ChangesOnlySignIn> playSignIn() {
    var registration = new FilterRegistrationBean<>(new ChangesOnlySignIn());
    registration.addUrlPatterns(PlayFence.PLAY);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return registration;
  }
}
