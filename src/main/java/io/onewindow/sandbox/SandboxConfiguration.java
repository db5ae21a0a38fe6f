package io.onewindow.sandbox;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps drills and real cases apart, and has every page of a drill say what it is. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

  /** In every profile: a drill's database is good for nothing else. */
  @Bean
  static DatabaseMark databaseMark(Environment environment) {
    return new DatabaseMark(environment);
  }

  /** Before every other filter that could answer. */
  @Bean
  @Profile("sandbox")
  FilterRegistrationBean<DrillBanner> drillBanner() {
    var registration = new FilterRegistrationBean<>(new DrillBanner());
    registration.addUrlPatterns("/*");
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** The pages of the drill, which no other profile serves. */
  @Configuration(proxyBeanMethods = false)
  @Profile("sandbox")
  static class Pages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
      registry.addRedirectViewController("/drill", "/drill/");
      registry.addViewController("/drill/").setViewName("forward:/drill/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      registry
          .addResourceHandler("/drill/**")
          .addResourceLocations("classpath:/io/onewindow/sandbox/pages/");
    }
  }
}
