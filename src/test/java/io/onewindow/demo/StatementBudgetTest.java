package io.onewindow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.database.TestDatabase;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one case may cost the database from its start to its last step, timers and the play's own
 * questions included. The machine makes no difference to it, the database does: each has bounds of
 * its own, about three in a hundred above what was counted. Whoever makes a case cheaper lowers
 * them; whoever has to raise one says why.
 */
@StoryTest
@OnBothDatabases
class StatementBudgetTest {

  private static final Instant FROM = Instant.parse("2026-08-31T16:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-31T16:00:00Z");
  private static final int KINDS = 30;

  @Autowired private ApplicationContext beans;
  @Autowired private CountedStatements counted;
  @Autowired private JdbcClient jdbc;
  @Autowired private Hall hall;

  @BeforeEach
  void nobodyElseIsThere() {
    hall.closes();
  }

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  /**
   * @param onH2 round trips there
   * @param onPostgres round trips there, where what the engine writes in a step is one message
   * @param rows statements if none were sent together
   */
  @ParameterizedTest
  @CsvSource({
    "company-registration, ningyang, 1010, 600, 1740, 172",
    "completion-acceptance, liaocheng, 1390, 830, 2560, 200",
  })
  void caseKeepsWithinItsBudget(
      String service, String place, long onH2, long onPostgres, long rows, long commits) {
    // models, forms and tables are read once
    played(service, place);
    hall.closes();
    int closed = closed(service);
    CountedStatements.Counts spent = played(service, place);
    System.out.printf(
        "%s on %s: %d round trips, %d statements for rows, %d commits%n%s%n",
        service,
        TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
        spent.statements(),
        spent.rows(),
        spent.commits(),
        spent.most(KINDS, 1));
    assertThat(closed(service)).as("whole cases").isEqualTo(closed + 1);
    assertThat(spent.statements())
        .as(spent.most(KINDS, 1))
        .isLessThanOrEqualTo(TestDatabase.isPostgres() ? onPostgres : onH2);
    assertThat(spent.rows()).isLessThanOrEqualTo(rows);
    assertThat(spent.commits()).isLessThanOrEqualTo(commits);
  }

  private CountedStatements.Counts played(String service, String place) {
    CountedStatements.Counts before = counted.counts();
    PlayedCases.play(beans, service, place, 1, FROM, TO);
    return counted.counts().since(before);
  }

  private int closed(String service) {
    return jdbc.sql("select count(*) from ow_case where service = ? and closed_at is not null")
        .param(service)
        .query(Integer.class)
        .single();
  }
}
