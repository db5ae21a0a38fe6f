package io.onewindow.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.onewindow.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The exercises that come with the application. */
@Component
@Profile("sandbox")
class Exercises {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Map<String, Exercise> exercises = new TreeMap<>();

  Exercises() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:io/onewindow/sandbox/*.json");
      for (Resource file : files) {
        String id = file.getFilename().replace(".json", "");
        try (var in = file.getInputStream()) {
          exercises.put(id, JSON.readValue(in, Exercise.class).named(id));
        }
      }
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  Collection<Exercise> all() {
    return exercises.values();
  }

  /**
   * @throws Problem 400 when there is no such exercise
   */
  Exercise of(String id) {
    Exercise found = id == null ? null : exercises.get(id);
    if (found == null) {
      throw Problem.badRequest(
          "unknown-exercise",
          "没有编号为“" + id + "”的练习，可用的有：" + String.join("、", exercises.keySet()) + "。");
    }
    return found;
  }
}
