package io.onewindow.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The results of ended drills; they outlive a reset and a restart. */
@Repository
@Profile("sandbox")
class ResultStore {

  /** As many as are looked at; our own number. */
  private static final int MOST = 200;

  private static final String CONTENT = "select content from DRILL.RESULT";
  private static final String LATEST = " order by ended_at desc, id limit " + MOST;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ResultStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(DrillView result) {
    try {
      jdbc.sql("insert into DRILL.RESULT (id, trainee, ended_at, content) values (?, ?, ?, ?)")
          .params(
              result.id(),
              result.trainee(),
              Timestamp.from(result.ended().toInstant()),
              json.writeValueAsString(result))
          .update();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Everybody's, the latest first; at most {@value #MOST}. */
  List<DrillView> all() {
    return jdbc.sql(CONTENT + LATEST).query(String.class).list().stream().map(this::read).toList();
  }

  /** One trainee's, the latest first; at most {@value #MOST}. */
  List<DrillView> of(String trainee) {
    return jdbc
        .sql(CONTENT + " where trainee = ?" + LATEST)
        .param(trainee)
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  private DrillView read(String content) {
    try {
      return json.readValue(content, DrillView.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
