package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.problem.Problem;
import io.onewindow.story.StoryTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A deployment with one table that must not run leaves nothing behind. */
@StoryTest
class RefusedTableProcessTest {

  @Autowired private RepositoryService repository;

  @ParameterizedTest
  @CsvSource({
    "promised-limit,limit_NY21_006_value,2,0,表中为 0 OFFICE_HOUR",
    "promised-limit,limit_NY21_006_unit,\"OFFICE_HOUR\",\"WORKING_DAY\",表中为 2 WORKING_DAY",
    "internal-limit,internal_supplement_value,30,0,期限数值 0 不适用于“日”",
    "internal-limit,internal_supplement_unit,\"CALENDAR_DAY\",\"DAYS\",写法不对",
    "reminder-point,reminder_default_point,\"50%\",\"100%\",1% 至 99%"
  })
  void keepsNothingOfTheDeployment(
      String table, String cell, String is, String becomes, String words) throws IOException {
    String sound = Files.readString(Path.of("processes", "shared", table + ".dmn"));
    String broken =
        sound.replaceFirst("(" + cell + "\">\\s*<text>)" + is + "(</text>)", "$1" + becomes + "$2");
    assertThat(broken).isNotEqualTo(sound);
    long deployments = repository.createDeploymentQuery().count();
    assertThatThrownBy(
            () ->
                repository
                    .createDeployment()
                    .addClasspathResource("io/onewindow/promise/joint-handling.bpmn")
                    .addString(table + ".dmn", broken)
                    .deploy())
        .satisfies(
            refusal -> {
              Problem problem = Problem.in(refusal);
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.getMessage()).contains(words);
            });
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    assertThat(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("joint-handling")
                .count())
        .isZero();
  }
}
