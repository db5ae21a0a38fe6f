package io.onewindow.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is delivered to run the application with fits together, and with the application. */
class DeployFilesTest {

  private static final Path COMPOSE = Path.of("compose.yaml");
  private static final Path GRANTS = Path.of("deploy/roles.sql");
  private static final List<String> NODES = List.of("node1", "node2");
  private static final String OWNERS_PASSWORD = "${ONEWINDOW_DATABASE_PASSWORD:?must be set}";

  private final Map<?, ?> services =
      (Map<?, ?>) new Yaml().<Map<?, ?>>load(RepositoryFiles.text(COMPOSE)).get("services");

  @Test
  void nodesConnectAsARoleOfTheirOwnThatIsGrantedWhatTheyNeed() {
    String grants = RepositoryFiles.text(GRANTS);
    for (String node : NODES) {
      Map<Object, Object> settings = map(service(node).get("environment"));
      assertThat(grants).contains("to " + settings.get("SPRING_DATASOURCE_USERNAME") + ";");
      assertThat(settings.containsValue(OWNERS_PASSWORD)).as(node).isFalse();
    }
    assertThat(map(service("schema").get("environment")))
        .containsEntry("SPRING_DATASOURCE_USERNAME", owner())
        .containsEntry("SPRING_DATASOURCE_PASSWORD", OWNERS_PASSWORD);
  }

  @Test
  void theRoleIsGrantedItByTheOwnerAfterTheTablesAndBeforeAnyNode() {
    assertThat(waitsFor("roles")).isEqualTo(Set.of("schema"));
    NODES.forEach(node -> assertThat(waitsFor(node)).as(node).isEqualTo(Set.of("roles")));
    assertThat(map(service("roles").get("environment"))).containsEntry("PGUSER", owner());
    List<?> volumes = (List<?>) service("roles").get("volumes");
    for (String script : List.of("deploy/node-role.sql", GRANTS.toString())) {
      assertThat(volumes.toString()).contains("./" + script + ":/" + script + ":ro");
      assertThat(String.valueOf(service("roles").get("command"))).contains(" -f /" + script);
    }
  }

  @Test
  void everyTableThatIsGuardedIsOneTheRoleMayOnlyAddTo() {
    Set<String> guarded = new TreeSet<>();
    RepositoryFiles.below("src/main/resources/db", ".sql")
        .forEach(
            file ->
                guarded.addAll(found("create trigger ow_append_only\\s[^;]*\\son (\\w+)", file)));
    assertThat(guarded).contains("ow_audit");
    String revoked =
        found("revoke update, delete, truncate[^;]*\\son ([\\w,\\s]+)\\sfrom", GRANTS).first();
    assertThat(revoked.trim().split(",\\s*")).containsExactlyInAnyOrderElementsOf(guarded);
  }

  @Test
  void theFirstStartSetsEverythingThatIsAskedFor() {
    Set<String> asked = found("\\$\\{(\\w+):\\?", COMPOSE);
    assertThat(asked).contains("ONEWINDOW_SIGNIN_BY");
    assertThat(found("(?s)```\\n((?:(?!```).)*docker compose up)", Path.of("README.md")))
        .singleElement()
        .asString()
        .satisfies(block -> assertThat(asked).allMatch(name -> block.contains(name + "=")));
  }

  private Object owner() {
    return map(service("db").get("environment")).get("POSTGRES_USER");
  }

  /** Which services must have ended well before this one is started. */
  private Set<?> waitsFor(String name) {
    Map<?, ?> others = map(service(name).get("depends_on"));
    assertThat(others.values())
        .as(name)
        .allMatch(one -> one.equals(Map.of("condition", "service_completed_successfully")));
    return others.keySet();
  }

  private Map<Object, Object> service(String name) {
    return map(services.get(name));
  }

  private static Map<Object, Object> map(Object value) {
    return new HashMap<>((Map<?, ?>) value);
  }

  /** The first group of every match. */
  private static TreeSet<String> found(String pattern, Path file) {
    TreeSet<String> found = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(RepositoryFiles.text(file))
        .results()
        .map(one -> one.group(1))
        .forEach(found::add);
    return found;
  }
}
