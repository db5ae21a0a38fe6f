package io.onewindow.fuzz;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A value that would become an object of the sender's choosing: refused, and nobody is called. */
@FaceTest
class SerializedValuesIT {

  private static final String JAVA = "application/x-java-serialized-object";
  private static final List<String> WAYS =
      List.of("/variables/surprise", "/localVariables/surprise");
  private static final List<Map<String, Object>> OBJECTS =
      List.of(
          Face.object("java.util.HashMap", JAVA, serialized()),
          Face.object("java.net.URL", JAVA, serialized()),
          Face.object(
              "org.h2.jdbcx.JdbcDataSource", "application/json", "{\"url\":\"jdbc:h2:mem:x\"}"),
          Face.object("javax.swing.JEditorPane", "application/json", "{\"page\":\"@\"}"),
          Face.object(
              "org.springframework.context.support.ClassPathXmlApplicationContext",
              "application/json",
              "\"@\""),
          Face.object(
              "com.sun.rowset.JdbcRowSetImpl", "application/json", "{\"dataSourceName\":\"@\"}"),
          Face.object(
              "java.util.ArrayList<org.h2.jdbcx.JdbcDataSource>",
              "application/json",
              "[{\"url\":1}]"),
          Face.object("java.util.HashMap", "application/xml", xml()),
          Face.object("org.w3c.dom.Document", "application/xml", xml()),
          Map.of("type", "Xml", "value", xml()),
          Map.of("type", "Object", "value", serialized()));

  @Autowired private Face face;
  @Autowired private Hall hall;
  @Autowired private RuntimeService runtime;

  private ProcessInstance theCase;
  private String task;
  private Listener listener;

  @BeforeEach
  void aTaskStandsAtTheTaxOffice() throws IOException {
    hall.itIs("2026-09-15T10:00");
    theCase =
        hall.starts(
            "nyClerk", "company-registration", with(tradingCompany(), Map.of("taxChoice", "now")));
    hall.completes("nyClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    task = "/engine-rest/task/" + hall.task("nyTax", theCase, "办理涉税事项").getId();
    listener = new Listener();
  }

  @AfterEach
  void nobodyWasCalled() throws IOException {
    hall.closes();
    listener.close();
    assertThat(listener.calls()).isZero();
  }

  @Test
  void isRefusedAsAVariable() {
    OBJECTS.forEach(this::isRefusedAsAVariable);
  }

  private void isRefusedAsAVariable(Map<String, Object> value) {
    for (String way : WAYS) {
      Answer answer = face.put("nyTax", task + way, addressed(value));
      assertThat(answer.status()).as(answer.toString()).isIn(400, 403);
      assertThat(answer.text("/message")).containsPattern("\\p{IsHan}{2}");
    }
    Map<String, Object> form = Map.of("variables", Map.of("surprise", addressed(value)));
    Answer completed = face.post("nyTax", task + "/complete", form);
    assertThat(completed.status()).as(completed.toString()).isEqualTo(400);
    assertThat(hall.openTasks(theCase)).contains("办理涉税事项");
    assertThat(runtime.createVariableInstanceQuery().variableName("surprise").count()).isZero();
  }

  @Test
  void isRefusedWhereACaseBegins() {
    OBJECTS.forEach(this::isRefusedWhereACaseBegins);
  }

  private void isRefusedWhereACaseBegins(Map<String, Object> value) {
    long before = runtime.createProcessInstanceQuery().count();
    Map<String, Object> variables = new HashMap<>();
    tradingCompany().forEach((key, plain) -> variables.put(key, Map.of("value", plain)));
    variables.put("surprise", addressed(value));
    Answer answer =
        face.post(
            "nyClerk",
            "/engine-rest/process-definition/key/company-registration/submit-form",
            Map.of("variables", variables));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
  }

  /** The engine makes an object of a part in JSON by the class that another part names. */
  @Test
  void isRefusedAsPartsOfAForm() {
    List.of(
            "org.h2.jdbcx.JdbcDataSource",
            "javax.swing.JEditorPane",
            "java.util.ArrayList<org.h2.jdbcx.JdbcDataSource>",
            "java.net.URL")
        .forEach(this::isRefusedAsPartsOfAForm);
  }

  private void isRefusedAsPartsOfAForm(String type) {
    String parts =
        """
        --limit\r
        Content-Disposition: form-data; name="data"; filename="x"\r
        Content-Type: application/json\r
        \r
        "%s"\r
        --limit\r
        Content-Disposition: form-data; name="type"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --limit--\r
        """
            .formatted(address(), type);
    Answer answer =
        face.send(
            face.request("nyTax", task + "/variables/surprise/data")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(parts)));
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    assertThat(runtime.createVariableInstanceQuery().variableName("surprise").count()).isZero();
  }

  private Map<String, Object> addressed(Map<String, Object> value) {
    Map<String, Object> changed = new HashMap<>(value);
    changed.computeIfPresent("value", (key, text) -> text.toString().replace("@", address()));
    return changed;
  }

  private String address() {
    return "http://127.0.0.1:" + listener.port() + "/x";
  }

  private static String xml() {
    return "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"@\">]><x>&e;</x>";
  }

  private static String serialized() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new HashMap<>(Map.of(URI.create("http://127.0.0.1/").toURL(), 1)));
      out.flush();
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
