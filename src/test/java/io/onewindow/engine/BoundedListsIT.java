package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's lists over the network, where there is more than one may hold. */
@FaceTest
@OnBothDatabases
class BoundedListsIT {

  private static final int LONGEST = ListSettings.SCREENS_ASK;
  private static final String LIST = "/engine-rest/group?sortBy=id&sortOrder=desc";

  @Autowired private Face face;
  @Autowired private JdbcTemplate jdbc;

  @BeforeEach
  void manyGroups() {
    jdbc.batchUpdate(
        "insert into ACT_ID_GROUP (ID_, REV_, NAME_, TYPE_) values (?, 1, ?, 'many')",
        IntStream.range(0, LONGEST + 1)
            .mapToObj(i -> new Object[] {"many%05d".formatted(i), "组" + i})
            .toList());
  }

  @AfterEach
  void fewAgain() {
    jdbc.update("delete from ACT_ID_GROUP where TYPE_ = 'many'");
  }

  @Test
  void aWholeListComesInPartsOfWhichEachNamesTheNext() {
    int all = face.get("admin", "/engine-rest/group/count").json().path("count").asInt();
    Answer first = face.get("admin", LIST);
    assertThat(first.json()).hasSize(LONGEST);
    String next = LIST + "&firstResult=" + LONGEST + "&maxResults=" + LONGEST;
    assertThat(first.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
    assertThat(face.get("admin", next).json()).hasSize(all - LONGEST);
    Answer few = face.get("admin", LIST + "&firstResult=" + LONGEST);
    assertThat(few.json()).hasSize(all - LONGEST);
    assertThat(few.header("Link")).isEmpty();
  }

  @Test
  void aQueryThatIsPostedIsBoundedToo() {
    Map<String, String> ofMany = Map.of("type", "many");
    Answer answer = face.post("admin", "/engine-rest/group", ofMany);
    assertThat(answer.json()).hasSize(LONGEST);
    assertThat(answer.header("Link")).contains("firstResult=" + LONGEST);
    assertThat(face.post("admin", "/engine-rest/group/count", ofMany).json().path("count").asInt())
        .isEqualTo(LONGEST + 1);
  }

  @Test
  void whoWantsMoreLearnsWhatWouldBeRight() {
    for (String list : List.of("/engine-rest/task", "/engine-rest/history/detail")) {
      Answer answer = face.get("admin", list + "?maxResults=" + (LONGEST + 1));
      assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("too-many-results");
      assertThat(answer.fields()).containsExactly("maxResults");
      assertThat(answer.text("/message")).contains("应为 0 至 2000 的整数", "firstResult");
    }
  }
}
