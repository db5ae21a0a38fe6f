package io.onewindow.simulation;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.scenario.Scenario;
import io.onewindow.simulation.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Models and scenarios for tests. */
public final class Models {

  /** The repository's own models. */
  public static final ModelSource SOURCE =
      new ModelSource() {
        @Override
        public Optional<byte[]> process(String id) {
          return find(id + ".bpmn");
        }

        @Override
        public Optional<byte[]> decision(String id) {
          return find(id + ".dmn");
        }

        @Override
        public Optional<byte[]> form(String id) {
          return find(id + ".form");
        }
      };

  private static final ObjectMapper QUOTES =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  private Models() {}

  private static Optional<byte[]> find(String file) {
    for (String folder : new String[] {"processes", "forms"}) {
      try (var files = Files.walk(Path.of(folder))) {
        Optional<Path> found = files.filter(one -> one.endsWith(file)).findFirst();
        if (found.isPresent()) {
          return Optional.of(Files.readAllBytes(found.get()));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return Optional.empty();
  }

  public static byte[] resource(String name) {
    try (InputStream in = Models.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static BpmnModelInstance bpmn(String resource) {
    return ProgramReader.parse(resource(resource), resource);
  }

  public static Program program(byte[] bpmn) {
    return ProgramReader.read(ProgramReader.parse(bpmn, "模型"), SOURCE);
  }

  /** A process with one task of the group desk. */
  public static BpmnModelInstance oneTask() {
    return model(
        "<bpmn:startEvent id='start' />"
            + "<bpmn:userTask id='task' camunda:candidateGroups='desk' />"
            + "<bpmn:endEvent id='end' />"
            + flow("f1", "start", "task")
            + flow("f2", "task", "end"));
  }

  /** A process with the given elements inside. */
  public static BpmnModelInstance model(String elements) {
    return ProgramReader.parse(
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
          <bpmn:process id="test" isExecutable="true">%s</bpmn:process>
          <bpmn:escalation id="escalation" escalationCode="late" />
          <bpmn:error id="error" errorCode="failed" />
        </bpmn:definitions>
        """
            .formatted(elements)
            .getBytes(StandardCharsets.UTF_8),
        "test");
  }

  public static String flow(String id, String from, String to) {
    return "<bpmn:sequenceFlow id='%s' sourceRef='%s' targetRef='%s' />".formatted(id, from, to);
  }

  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) QUOTES.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  public static ObjectNode json(byte[] text) {
    return json(new String(text, StandardCharsets.UTF_8));
  }

  public static Scenario scenario(ObjectNode json, Program program) {
    return new ScenarioReader(SOURCE).read(json, program);
  }
}
