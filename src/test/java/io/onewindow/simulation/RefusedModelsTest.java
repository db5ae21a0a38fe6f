package io.onewindow.simulation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.model.ProgramReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is no model is refused in words before anybody waits for it. */
class RefusedModelsTest {

  @Test
  void nobodyNestsTwentyThousandLevels() {
    refused("<subProcess>".repeat(20_000) + "</subProcess>".repeat(20_000), "嵌套超过 64 层");
  }

  @Test
  void everyElementHasAnId() {
    refused("<startEvent/>", "没有编号");
  }

  private static void refused(String elements, String why) {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
          <process id="p" isExecutable="true">%s</process>
        </definitions>
        """
            .formatted(elements);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(
            () ->
                ProgramReader.read(
                    ProgramReader.parse(model.getBytes(StandardCharsets.UTF_8), "p.bpmn"),
                    Models.SOURCE))
        .withMessageContaining(why);
  }
}
