package io.onewindow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.onewindow.department.Departments;
import io.onewindow.exchange.ExchangeSettings.Connection;
import io.onewindow.problem.StartRefused;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection that cannot work, or would not be safe, is refused before anything starts. */
class DepartmentSystemsTest {

  private static final String SECRET = "b25seSBmb3IgdGhpcyB0ZXN0LCBub3Q";

  @ParameterizedTest
  @CsvSource({
    "NyTax, ningyang, tax, https://tax.example.cn, 名称应为",
    "ny-tax, nowhere, tax, https://tax.example.cn, jurisdiction：应为下列辖区之一",
    "ny-tax, ningyang, magic, https://tax.example.cn, department：应为部门职能的编号",
    "ny-tax, ningyang, tax, http://tax.example.cn, address：应为 https 地址",
    "ny-tax, ningyang, tax, ftp://tax.example.cn, address：应为 https 地址",
    "ny-tax, ningyang, tax, tax, address：应为 https 地址",
  })
  void namesWhatIsWrong(String id, String place, String group, URI address, String refusal) {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> systems(id, connection(place, group, address, SECRET, Set.of("step"))))
        .withMessageContaining("onewindow.exchange.systems." + id)
        .withMessageContaining(refusal);
  }

  @Test
  void asksForSomethingToTellAndForSecretsThatAreLong() {
    URI address = URI.create("http://localhost:9000/cases");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () -> systems("ny-tax", connection("ningyang", "tax", address, "short", Set.of())))
        .withMessageContaining("没有写明推送什么")
        .withMessageContaining("ny-tax.token：至少应有 24 个字符");
  }

  @Test
  void namesTheStepsThatNoModelHas() {
    URI address = URI.create("http://localhost:9000/cases");
    Connection connection =
        connection(
            "ningyang", "tax", address, SECRET, Set.of("userTask_tax", "userTask_handleTax"));
    assertThat(
            ConnectionCheck.unknownSteps(
                new DepartmentSystem("ny-tax", connection), Set.of("userTask_handleTax")))
        .singleElement()
        .asString()
        .contains("onewindow.exchange.systems.ny-tax.steps", "没有环节“userTask_tax”");
  }

  @Test
  void findsASystemByItsPlaceFunctionAndStepOnly() {
    URI address = URI.create("http://localhost:9000/cases");
    DepartmentSystems systems =
        systems("ny-tax", connection("ningyang", "tax", address, SECRET, Set.of("step")));
    assertThat(systems.forStep("ningyang", Set.of("tax"), "step")).isPresent();
    assertThat(systems.forStep("shenxian", Set.of("tax"), "step")).isEmpty();
    assertThat(systems.forStep("ningyang", Set.of("police"), "step")).isEmpty();
    assertThat(systems.forStep("ningyang", Set.of("tax"), "other")).isEmpty();
    assertThat(systems.forHandOver("ningyang", "tax")).isEmpty();
    assertThat(systems.find("ny-tax").orElseThrow().toString()).doesNotContain(SECRET);
  }

  private static Connection connection(
      String place, String group, URI address, String token, Set<String> steps) {
    return new Connection(place, group, address, token, null, null, steps, false, List.of());
  }

  private static DepartmentSystems systems(String id, Connection connection) {
    Duration any = Duration.ofSeconds(1);
    return new DepartmentSystems(
        new ExchangeSettings(any, any, any, Map.of(id, connection)), new Departments());
  }
}
