package io.onewindow.department;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.webapp.AppRuntimeDelegate;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every mapping of the running application is asked for by nobody: what answers is exactly what the
 * committed list allows. A new endpoint is closed, or this test says so.
 */
@FaceTest
class AnonymousEndpointsIT {

  private static final String LIST = "access/anonymous-endpoints.txt";

  /** What an unknown caller is told of what is closed. */
  private static final Set<Integer> CLOSED = Set.of(401, 403);

  @Autowired private Face face;
  @Autowired private Map<String, RequestMappingInfoHandlerMapping> mappings;

  @Test
  void onlyTheListedAnswerToNobody() throws IOException {
    Set<String> open = new TreeSet<>();
    endpoints().filter(this::answers).forEach(open::add);
    assertThat(open).containsExactlyInAnyOrderElementsOf(allowed());
  }

  private static List<String> allowed() throws IOException {
    return new ClassPathResource(LIST)
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("  ")[0])
        .toList();
  }

  private boolean answers(String endpoint) {
    String method = endpoint.substring(0, endpoint.indexOf(' '));
    String path =
        endpoint
            .substring(method.length() + 1)
            .replaceAll("\\{(?:name|engineName)}", "default")
            .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "x");
    Answer answer =
        face.send(
            face.request(null, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}")));
    return !CLOSED.contains(answer.status());
  }

  private Stream<String> endpoints() {
    List<String> all = new ArrayList<>();
    mappings
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(all, info)));
    for (Class<?> resource : CamundaRestResources.getResourceClasses()) {
      Resource known = Resource.from(resource);
      if (known != null) {
        add(all, "/engine-rest", known);
      }
    }
    plugins(all, "cockpit", Cockpit.getRuntimeDelegate());
    plugins(all, "tasklist", Tasklist.getRuntimeDelegate());
    plugins(all, "admin", Admin.getRuntimeDelegate());
    assertThat(all).hasSizeGreaterThan(100);
    return all.stream().distinct();
  }

  private static void plugins(
      List<String> all, String application, AppRuntimeDelegate<? extends AppPlugin> delegate) {
    for (AppPlugin plugin : delegate.getAppPluginRegistry().getPlugins()) {
      for (Class<?> resource : plugin.getResourceClasses()) {
        add(all, "/camunda/api/" + application, Resource.from(resource));
      }
    }
  }

  private static void add(List<String> all, RequestMappingInfo info) {
    Set<String> methods = new TreeSet<>();
    info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
    if (methods.isEmpty()) {
      methods.add("GET");
    }
    for (String pattern : info.getPatternValues()) {
      methods.forEach(method -> all.add(method + " " + pattern));
    }
  }

  private static void add(List<String> all, String parent, Resource resource) {
    String path = parent + (resource.getPath().startsWith("/") ? "" : "/") + resource.getPath();
    for (ResourceMethod method : resource.getResourceMethods()) {
      all.add(method.getHttpMethod() + " " + path);
    }
    if (resource.getResourceLocator() != null) {
      all.add("GET " + path);
    }
    resource.getChildResources().forEach(child -> add(all, path, child));
  }
}
