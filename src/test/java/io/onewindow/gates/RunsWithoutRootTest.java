package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is delivered to run the application runs it as nobody of importance. */
class RunsWithoutRootTest {

  @Test
  void everyContainerOfTheApplication() {
    Map<String, Object> compose = new Yaml().load(RepositoryFiles.text(Path.of("compose.yaml")));
    Map<?, ?> services = (Map<?, ?>) compose.get("services");
    for (String name : List.of("schema", "roles", "node1", "node2")) {
      Map<?, ?> service = (Map<?, ?>) services.get(name);
      assertThat(String.valueOf(service.get("user")))
          .as(name)
          .matches("[1-9][0-9]{3,}:[1-9][0-9]+");
      assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
      assertThat(service.get("read_only")).as(name).isEqualTo(true);
      assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
    }
  }

  @Test
  void theService() {
    assertThat(RepositoryFiles.text(Path.of("deploy/onewindow.service")))
        .contains("\nDynamicUser=yes\n", "\nNoNewPrivileges=yes\n", "\nProtectSystem=strict\n")
        .contains("\nCapabilityBoundingSet=\n")
        .doesNotContain("User=root");
  }
}
