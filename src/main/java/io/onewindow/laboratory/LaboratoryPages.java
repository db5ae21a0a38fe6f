package io.onewindow.laboratory;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page is a static file; it holds no data before somebody signs in. */
@Configuration(proxyBeanMethods = false)
class LaboratoryPages implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/laboratory", "/laboratory/");
    registry.addViewController("/laboratory/").setViewName("forward:/laboratory/index.html");
  }
}
