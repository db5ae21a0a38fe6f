package io.onewindow.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.AppRuntimeDelegate;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint of the running application: ours, the engine's, the screens' own. */
public final class Endpoints {

  /** Of a mapping that names no method. */
  private static final List<String> EITHER = List.of("GET", "POST");

  private final Map<String, RequestMappingInfoHandlerMapping> mappings;

  public Endpoints(Map<String, RequestMappingInfoHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /** Our own: every mapping of Spring's. */
  public List<Endpoint> ours() {
    Map<String, Endpoint> all = new TreeMap<>();
    for (RequestMappingInfoHandlerMapping mapping : mappings.values()) {
      mapping.getHandlerMethods().forEach((info, handler) -> add(all, info, handler));
    }
    return List.copyOf(all.values());
  }

  /**
   * The same of an application in another process.
   *
   * @param mappings what its {@code /actuator/mappings} says, which is open to tests only and none
   *     of them
   */
  public static List<Endpoint> ours(String mappings) throws IOException {
    Map<String, Endpoint> all = new TreeMap<>();
    for (JsonNode conditions :
        new ObjectMapper().readTree(mappings).findValues("requestMappingConditions")) {
      List<String> verbs = texts(conditions.path("methods"));
      for (String path : texts(conditions.path("patterns"))) {
        for (String verb : verbs.isEmpty() ? EITHER : verbs) {
          Endpoint one = new Endpoint(verb, path, null, Set.of());
          all.put(one.toString(), one);
        }
      }
    }
    all.remove("GET /actuator/mappings");
    return List.copyOf(all.values());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** The engine's REST interface. */
  public static List<Endpoint> engines() {
    JerseyEndpoints found = new JerseyEndpoints();
    add(found, "/engine-rest", CamundaRestResources.getResourceClasses());
    return found.all();
  }

  /** What the screens ask: the engine's interface once more, and what each of them adds. */
  public static List<Endpoint> screens() {
    knowPlugins();
    JerseyEndpoints found = new JerseyEndpoints();
    String api = "/camunda/api/";
    add(found, api + "engine", new EngineRestApplication().getClasses());
    add(found, api + "cockpit", new CockpitApplication().getClasses());
    add(found, api + "tasklist", new TasklistApplication().getClasses());
    add(found, api + "admin", new AdminApplication().getClasses());
    add(found, api + "welcome", new WelcomeApplication().getClasses());
    plugins(found, api + "cockpit", Cockpit.getRuntimeDelegate());
    plugins(found, api + "tasklist", Tasklist.getRuntimeDelegate());
    plugins(found, api + "admin", Admin.getRuntimeDelegate());
    return found.all();
  }

  /** Where no application has started in this virtual machine nobody has looked for them yet. */
  private static void knowPlugins() {
    if (Cockpit.getRuntimeDelegate() == null) {
      Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
      Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
      Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
      Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
    }
  }

  private static void plugins(
      JerseyEndpoints found, String parent, AppRuntimeDelegate<? extends AppPlugin> delegate) {
    for (AppPlugin plugin : delegate.getAppPluginRegistry().getPlugins()) {
      add(found, parent, plugin.getResourceClasses());
    }
  }

  /** In an order that is the same each time. */
  private static void add(JerseyEndpoints found, String parent, Set<Class<?>> resources) {
    resources.stream()
        .sorted(Comparator.comparing(Class::getName))
        .forEach(one -> found.add(parent, one));
  }

  private static void add(
      Map<String, Endpoint> all, RequestMappingInfo info, HandlerMethod handler) {
    Set<String> methods = new TreeSet<>();
    info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
    List<String> verbs = methods.isEmpty() ? EITHER : List.copyOf(methods);
    Set<String> parameters = new LinkedHashSet<>();
    Type body = null;
    for (MethodParameter parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      if (parameter.hasParameterAnnotation(RequestBody.class)) {
        body = parameter.getGenericParameterType();
      } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
        parameters.add(parameter.getParameterName());
      }
    }
    for (String path : info.getPatternValues()) {
      for (String verb : verbs) {
        Endpoint one = new Endpoint(verb, path, body, parameters);
        all.putIfAbsent(one.toString(), one);
      }
    }
  }
}
