package io.onewindow.desk.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.EngineBeans;
import io.onewindow.engine.PluginAnswers;
import io.onewindow.problem.Problem;
import java.util.function.Supplier;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;

/**
 * A resource of the plugin that speaks JSON in the application's own manner. Refusals are put into
 * words by the filter around the web applications.
 */
abstract class JsonResource extends AbstractTasklistPluginResource {

  static final String JSON = "application/json;charset=UTF-8";

  JsonResource(String engineName) {
    super(engineName);
  }

  <T> T bean(Class<T> type) {
    return EngineBeans.find(getProcessEngine(), type);
  }

  String json(Supplier<Object> answer) {
    return PluginAnswers.of(() -> written(answer.get()));
  }

  void act(Runnable deed) {
    PluginAnswers.of(
        () -> {
          deed.run();
          return null;
        });
  }

  <T> T read(String body, Class<T> type) {
    try {
      T order = bean(ObjectMapper.class).readValue(body == null ? "" : body, type);
      if (order != null) {
        return order;
      }
    } catch (JsonProcessingException malformed) {
      // told below, as for an empty body
    }
    throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON，或字段类型不正确。");
  }

  private String written(Object answer) {
    try {
      return bean(ObjectMapper.class).writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
