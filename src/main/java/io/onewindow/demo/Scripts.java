package io.onewindow.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The scripts of all services that have one, and of the parts that services share. */
@Component
@Profile("demo")
class Scripts {

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

  private static <T> T read(String file, Class<T> type) {
    try (var in = Scripts.class.getResourceAsStream(file)) {
      return JSON.readValue(in, type);
    } catch (IOException malformed) {
      throw new UncheckedIOException(file, malformed);
    }
  }
}
