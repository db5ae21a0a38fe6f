package io.onewindow.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What models may reach, and what of a case is out of reach.
 *
 * @param modelBeans names of the Spring beans that expressions in models may use; nothing else is
 *     visible to them
 * @param keptVariables variables that only the system writes while a case runs; nobody may set them
 *     through REST
 * @param confidentialVariables texts that name or reach a person: sealed in the database, masked on
 *     screens, written once by the application
 */
@ConfigurationProperties("onewindow.engine")
public record EngineSettings(
    Set<String> modelBeans,
    Set<String> keptVariables,
    List<ConfidentialVariable> confidentialVariables) {

  /** What nobody may set through REST while a case runs: it would come back masked, too. */
  Set<String> unwritable() {
    return Stream.concat(
            keptVariables.stream(), confidentialVariables.stream().map(ConfidentialVariable::name))
        .collect(Collectors.toSet());
  }
}
