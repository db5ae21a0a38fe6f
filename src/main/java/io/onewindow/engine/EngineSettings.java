package io.onewindow.engine;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What models may reach.
 *
 * @param modelBeans names of the Spring beans that expressions in models may use; nothing else is
 *     visible to them
 * @param keptVariables variables that only the system writes while a case runs; nobody may set them
 *     through REST
 */
@ConfigurationProperties("onewindow.engine")
record EngineSettings(Set<String> modelBeans, Set<String> keptVariables) {}
