package io.onewindow.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Masks confidential variables in whatever the engine's REST interface and the web applications
 * answer. Who needs one in full asks for it by itself, and that is recorded.
 */
final class MaskedAnswers extends OncePerRequestFilter {

  /** Where the engine's answers tell which variable an object is about, and what it holds. */
  private static final List<String> NAMES = List.of("name", "variableName", "fieldId");

  private static final List<String> VALUES = List.of("value", "fieldValue");

  private final ObjectMapper json;
  private final ObjectReader exact;
  private final Map<String, ConfidentialVariable> variables;

  MaskedAnswers(ObjectMapper json, List<ConfidentialVariable> variables) {
    this.json = json;
    this.exact = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    this.variables =
        variables.stream()
            .collect(Collectors.toMap(ConfidentialVariable::name, Function.identity()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var held = new HeldJsonResponse(response);
    chain.doFilter(request, held);
    byte[] body = held.body();
    if (body.length > 0) {
      byte[] answer = mentionsAny(body) ? masked(body) : body;
      response.setContentLength(answer.length);
      response.getOutputStream().write(answer);
    }
  }

  private boolean mentionsAny(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return variables.keySet().stream().anyMatch(text::contains);
  }

  private byte[] masked(byte[] body) throws IOException {
    JsonNode answer = exact.readTree(body);
    mask(answer);
    return json.writeValueAsBytes(answer);
  }

  private void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> maskField(object, field.getKey(), field.getValue()));
      NAMES.stream()
          .map(name -> variables.get(object.path(name).asText()))
          .filter(found -> found != null)
          .forEach(found -> VALUES.forEach(value -> replace(object, value, found)));
    }
    node.forEach(this::mask);
  }

  private void maskField(ObjectNode object, String key, JsonNode value) {
    ConfidentialVariable found = variables.get(key);
    if (found != null) {
      replace(object, key, found);
      if (value instanceof ObjectNode typed) {
        replace(typed, "value", found);
      }
    }
  }

  private static void replace(ObjectNode object, String field, ConfidentialVariable variable) {
    if (object.path(field) instanceof TextNode text) {
      object.put(field, variable.masked(text.textValue()));
    }
  }
}
