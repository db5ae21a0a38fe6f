package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FaceTest
class LimitsApiIT {

  private static final String PATH = "/api/v1/limits";

  @Autowired private Face face;

  @Test
  void hasTheFieldsThatOutsideProgramsRelyOn() {
    JsonNode limit = limit("liaocheng", "LC22-005");
    List<String> names = new ArrayList<>();
    limit.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "promiseId",
            "service",
            "step",
            "category",
            "jurisdiction",
            "inheritedFrom",
            "value",
            "unit",
            "warning",
            "document",
            "clause",
            "quote",
            "statutory");
    assertThat(limit.path("value").isInt()).isTrue();
    assertThat(limit.path("unit").asText()).isEqualTo("OFFICE_MINUTE");
    assertThat(limit.path("document").asText()).isEqualTo("聊政办字〔2022〕13号");
    assertThat(limit.path("clause").asText()).isEqualTo("二(一)1");
    assertThat(limit.path("quote").asText()).isEqualTo("变“20分钟”内开办为常态");
    assertThat(limit.path("inheritedFrom").isNull()).isTrue();
    assertThat(limit.path("statutory").path("value").asInt()).isEqualTo(3);
    assertThat(limit.path("statutory").path("unit").asText()).isEqualTo("WORKING_DAY");
    assertThat(limit.path("statutory").path("source").asText()).startsWith("《市场主体登记管理条例》第十九条");
  }

  @Test
  void marksWhatACountyInheritsFromItsCity() {
    JsonNode limit = limit("shenxian", "LC22-005");
    assertThat(limit.path("inheritedFrom").asText()).isEqualTo("liaocheng");
    assertThat(limit.path("jurisdiction").asText()).isEqualTo("shenxian");
    assertThat(limit.path("value").asInt()).isEqualTo(20);
  }

  @Test
  void tellsTheTwoPromisesOfOneCountyApart() {
    JsonNode general = limit("ningyang", "NY21-006");
    assertThat(general.path("category").asText()).isEqualTo("general");
    assertThat(general.path("value").asInt()).isEqualTo(2);
    assertThat(general.path("unit").asText()).isEqualTo("OFFICE_HOUR");
    JsonNode longest = limit("ningyang", "NY21-003");
    assertThat(longest.path("category").asText()).isEqualTo("complex");
    assertThat(longest.path("value").asInt()).isEqualTo(4);
  }

  @Test
  void showsTheStatuteWhereNoPlanPromisesANumber() {
    JsonNode limit =
        rows(face.get(null, PATH + "?jurisdiction=hekou&service=company-registration"))
            .filter(row -> row.path("step").asText().equals("case"))
            .findFirst()
            .orElseThrow();
    assertThat(limit.path("promiseId").isNull()).isTrue();
    assertThat(limit.path("value").isNull()).isTrue();
    assertThat(limit.path("unit").isNull()).isTrue();
    assertThat(limit.path("statutory").path("value").asInt()).isEqualTo(3);
    assertThat(limit.path("statutory").path("unit").asText()).isEqualTo("WORKING_DAY");
  }

  @Test
  void listsEveryJurisdictionWhenNoneIsAskedFor() {
    assertThat(rows(face.get(null, PATH)).map(row -> row.path("jurisdiction").asText()).distinct())
        .containsExactly("liaocheng", "shenxian", "ningyang", "hekou");
  }

  @Test
  void refusesAJurisdictionItDoesNotKnow() {
    Answer answer = face.get(null, PATH + "?jurisdiction=atlantis");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo("unknown-jurisdiction");
    assertThat(answer.text("/detail")).contains("未知的辖区“atlantis”", "ningyang");
  }

  @Test
  void hasNothingToListForAServiceItDoesNotKnow() {
    Answer answer = face.get(null, PATH + "?service=no-such-service");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEmpty();
  }

  @Test
  void saysSoWhenItCannotAnswerInTheKindAskedFor() {
    Answer answer = face.send(face.request(null, PATH).header("Accept", "application/xml").GET());
    assertThat(answer.status()).isEqualTo(406);
  }

  private JsonNode limit(String jurisdiction, String promiseId) {
    return rows(face.get(
            null, PATH + "?jurisdiction=" + jurisdiction + "&service=company-registration"))
        .filter(row -> row.path("promiseId").asText().equals(promiseId))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> rows(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return StreamSupport.stream(answer.json().spliterator(), false);
  }
}
