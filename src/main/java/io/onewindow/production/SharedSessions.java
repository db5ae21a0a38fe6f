package io.onewindow.production;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Sessions live in the database, so that whoever is signed in stays so when the next request meets
 * another node, or when a node is restarted.
 */
@Configuration(proxyBeanMethods = false)
@Profile("prod")
@ConditionalOnWebApplication
@EnableJdbcHttpSession(tableName = "ow_session")
class SharedSessions {

  private static final String BY_PERSON =
      """
      select s.primary_id, s.session_id, s.creation_time, s.last_access_time,
             s.max_inactive_interval, a.attribute_name, a.attribute_bytes
      from %TABLE_NAME% s
      left join %TABLE_NAME%_attributes a on s.primary_id = a.session_primary_id
      where s.principal_name = ?
      order by s.primary_id
      """;

  /** Requests of one browser arrive at the same time; the second must not fail on the first. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> writesThatMayMeet() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  /**
   * One session's rows next to each other: what reads them takes a row that stands apart for
   * another session of the same id and drops what it read before (Spring Session, issue 3452).
   */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> wholeWhenListed() {
    return sessions -> sessions.setListSessionsByPrincipalNameQuery(BY_PERSON);
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTime(ServerProperties server) {
    return sessions ->
        sessions.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
  }

  @Bean
  CookieSerializer sessionCookie(ServerProperties server) {
    var settings = server.getServlet().getSession().getCookie();
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(settings.getName());
    cookie.setUseSecureCookie(settings.getSecure());
    cookie.setUseHttpOnlyCookie(settings.getHttpOnly());
    cookie.setSameSite(settings.getSameSite().attributeValue());
    return cookie;
  }

  @Bean
  FilterRegistrationBean<EncryptedOnly> encryptedOnly() {
    var registration = new FilterRegistrationBean<>(new EncryptedOnly());
    registration.setAsyncSupported(true);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Directly behind the filter that brings the session. */
  @Bean
  FilterRegistrationBean<WebAppSessionFilter> webAppSessions() {
    var registration = new FilterRegistrationBean<>(new WebAppSessionFilter());
    registration.addUrlPatterns("/camunda/*");
    registration.setAsyncSupported(true);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
    return registration;
  }
}
