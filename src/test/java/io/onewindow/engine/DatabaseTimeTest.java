package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node goes by the database's clock where its own is wrong. Public because H2 calls into it. */
public class DatabaseTimeTest {

  private static final DatabaseTimeSettings SETTINGS =
      new DatabaseTimeSettings(Duration.ofSeconds(10), Duration.ofHours(1));

  private static Duration ahead = Duration.ZERO;

  private JdbcClient database;
  private DatabaseTime time;

  /** What the database says, called by it. */
  public static OffsetDateTime official() {
    return OffsetDateTime.now().plus(ahead);
  }

  @BeforeEach
  void makeADatabaseWhoseClockCanBeSet() {
    ClockUtil.reset();
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:clock;DB_CLOSE_DELAY=-1");
    database = JdbcClient.create(source);
    database
        .sql(
            "create alias if not exists clock_timestamp for"
                + " \"io.onewindow.engine.DatabaseTimeTest.official\"")
        .update();
  }

  @AfterEach
  void leaveTheClockAsItWas() throws InterruptedException {
    time.destroy();
    ahead = Duration.ZERO;
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "-PT5M", "-PT1H"})
  void followsTheDatabaseFromTheStartAndBack(Duration difference) {
    ahead = difference;
    time = new DatabaseTime(database, SETTINGS);
    assertThat(engineTime())
        .isCloseTo(Instant.now().plus(difference), within(5, ChronoUnit.SECONDS));
    ahead = Duration.ZERO;
    time.compareOnce();
    assertThat(engineTime()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void leavesAClockAloneThatIsRightEnough() {
    ahead = Duration.ofSeconds(8);
    time = new DatabaseTime(database, SETTINGS);
    assertThat(engineTime()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
  }

  private static Instant engineTime() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
