package io.onewindow.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.onewindow.department.Jurisdiction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The scripts of all services that have one, and of the parts that services share. */
@Component
@Profile("demo")
public class Scripts {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private final Map<String, Script> services = new TreeMap<>();
  private final Script shared = read("shared/parts.json", Script.class);
  private final Names names = read("shared/names.json", Names.class);

  Scripts() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:io/onewindow/demo/*.json");
      for (Resource file : files) {
        String service = file.getFilename().replace(".json", "");
        services.put(service, read(file.getFilename(), Script.class));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** By service, in alphabetical order. */
  Map<String, Script> services() {
    return services;
  }

  Names names() {
    return names;
  }

  /**
   * How a task is done: as its own process says, else as the service of its case says, else as the
   * shared parts do; empty where nobody does it.
   */
  Optional<Script.Step> step(String process, String service, String task) {
    return Stream.of(services.get(process), services.get(service), shared)
        .filter(script -> script != null && script.tasks().containsKey(task))
        .map(script -> script.tasks().get(task))
        .findFirst();
  }

  /** Fills in the forms of one made-up case. */
  public Invention invention(Draw draw, long number, Jurisdiction place) {
    return new Invention(draw, names, number, place);
  }

  /** The start form of a service's usual case there, its holes unfilled. */
  public Map<String, Object> usualStart(String service, String jurisdiction) {
    Script script = services.get(service);
    Map<String, Object> form = new LinkedHashMap<>(script.form());
    form.putAll(script.places().getOrDefault(jurisdiction, Map.of()));
    return form;
  }

  /**
   * What is usually written in a task's form: what all cases have that nothing special is drawn
   * for. Its holes are unfilled.
   *
   * @param shown what the form shows of the case; asked only where the answer depends on it
   * @return empty where nobody does such tasks
   */
  public Optional<Map<String, Object>> usualForm(
      Work work, String service, Supplier<Map<String, Object>> shown) {
    return step(work.process(), service, work.task())
        .map(step -> TaskForm.usual(step, work.jurisdiction(), shown));
  }

  private static <T> T read(String file, Class<T> type) {
    try (var in = Scripts.class.getResourceAsStream(file)) {
      return JSON.readValue(in, type);
    } catch (IOException malformed) {
      throw new UncheckedIOException(file, malformed);
    }
  }
}
