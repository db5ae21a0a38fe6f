package io.onewindow;

import io.onewindow.commandline.CommandLine;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the one-window application: engine, screens and HTTP API in one process; or, when the
 * first argument is no option, runs the command it names and ends.
 */
// sessions are kept in the database in production only, see production.SharedSessions; what needs
// Spring Security is set up where an identity platform is named, see access.PlatformSecurity
@SpringBootApplication(
    exclude = {
      SessionAutoConfiguration.class,
      SecurityAutoConfiguration.class,
      SecurityFilterAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class,
      ManagementWebSecurityAutoConfiguration.class,
      OAuth2ClientAutoConfiguration.class,
      OAuth2ClientWebSecurityAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class
    })
@OpenAPIDefinition(info = @Info(title = "OneWindow 一窗", version = "v1"))
@ConfigurationPropertiesScan
public class OneWindowApplication {

  public static void main(String[] args) {
    // the engine writes its times without a zone, in the virtual machine's: nodes of different
    // zones would read each other's timers hours off
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
    if (CommandLine.isCommand(args)) {
      System.exit(new CommandLine(OneWindowApplication.class).run(args));
    }
    SpringApplication.run(OneWindowApplication.class, args);
  }
}
