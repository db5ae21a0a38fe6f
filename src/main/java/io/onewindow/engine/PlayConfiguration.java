package io.onewindow.engine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/** Who may write while cases are played; in the demo profile only. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class PlayConfiguration {

  /** Who plays a month. */
  private static final String MONTH = "/api/v1/demo/month";

  /** Who leads a drill. */
  private static final String DRILL = "/api/v1/drill";

  @Bean
  @Profile("!sandbox")
  FilterRegistrationBean<PlayFence> playFence(PlayedTime played) {
    return fence(
        new PlayFence(
            played, MONTH, "正在生成演示办件，系统时钟停在过去，现在写入的时间会是错的；本次操作没有生效，请在生成结束后再办理。", "month-playing"));
  }

  @Bean
  @Profile("sandbox")
  FilterRegistrationBean<PlayFence> drillFence(PlayedTime played) {
    return fence(
        new PlayFence(played, DRILL, "演练大厅正在清空重来；本次操作没有生效，请几秒钟后刷新页面再办理。", "drill-resetting"));
  }

  private static FilterRegistrationBean<PlayFence> fence(PlayFence fence) {
    var registration = new FilterRegistrationBean<>(fence);
    registration.addUrlPatterns("/*");
    registration.setAsyncSupported(true);
    // after signing in, so that a refusal tells a stranger nothing
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 210);
    return registration;
  }
}
