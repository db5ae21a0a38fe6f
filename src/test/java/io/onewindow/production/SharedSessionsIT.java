package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's sessions as they are stored, read together to find the oldest. */
@OnPostgres
class SharedSessionsIT {

  /** What PostgreSQL chooses now and then: the rows come in the order they were written in. */
  private static final String AS_WRITTEN =
      "&options=-c%20enable_nestloop=off%20-c%20enable_mergejoin=off%20-c%20enable_indexscan=off";

  private JdbcIndexedSessionRepository sessions;

  @BeforeEach
  void store() {
    var database =
        new DriverManagerDataSource(Postgres.newDatabase() + "?user=" + Postgres.USER + AS_WRITTEN);
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V13__sessions.sql"))
        .execute(database);
    sessions =
        new JdbcIndexedSessionRepository(
            new JdbcTemplate(database),
            new TransactionTemplate(new JdbcTransactionManager(database)));
    sessions.setTableName("ow_session");
    new SharedSessions().writesThatMayMeet().customize(sessions);
    new SharedSessions().wholeWhenListed().customize(sessions);
    sessions.afterPropertiesSet();
  }

  @Test
  void aPersonsSessionsAreWholeHoweverTheirRowsLie() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(begin(sessions, "王芳"));
    }
    // a page that each of them opens, in turn
    for (String page : List.of("first", "second")) {
      ids.forEach(id -> visit(sessions, id, page));
    }
    begin(sessions, "李娜");
    Collection<? extends Session> found = sessions.findByPrincipalName("王芳").values();
    assertThat(found).extracting(Session::getId).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(found)
        .allSatisfy(
            one ->
                assertThat(one.getAttributeNames())
                    .containsAll(Set.of("since", "first", "second")));
  }

  private static <S extends Session> String begin(SessionRepository<S> kept, String person) {
    S session = kept.createSession();
    session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person);
    session.setAttribute("since", 1L);
    kept.save(session);
    return session.getId();
  }

  private static <S extends Session> void visit(SessionRepository<S> kept, String id, String page) {
    S session = kept.findById(id);
    session.setAttribute(page, "opened");
    kept.save(session);
  }
}
