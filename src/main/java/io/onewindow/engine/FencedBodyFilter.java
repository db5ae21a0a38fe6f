package io.onewindow.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps out of the engine's REST interface what would let a signed-in person run code or skip steps
 * or back-date a clock. The engine refuses expressions in queries, but evaluates those inside
 * {@code orQueries}; and whoever may start a case may tell it to start anywhere in the model.
 */
final class FencedBodyFilter extends OncePerRequestFilter {

  private static final Pattern RUNNING_WORK =
      Pattern.compile("/(task|process-instance|execution)/");
  private static final Pattern OWN_PLUGIN =
      Pattern.compile("^/camunda/api/[a-z]+/plugin/onewindow/");
  private static final String DELETIONS = "deletions";
  private static final Pattern NAMED_VARIABLE = Pattern.compile("/(?:localV|v)ariables/([^/]+)");

  private final ObjectMapper json;
  private final Set<String> kept;

  /**
   * @param kept variables that only the system writes while a case runs
   */
  FencedBodyFilter(ObjectMapper json, Set<String> kept) {
    this.json = json;
    this.kept = Set.copyOf(kept);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    checkParameters(request.getQueryString());
    checkPath(request);
    if (isForm(request.getContentType()) || isFile(request)) {
      chain.doFilter(request, response);
      return;
    }
    boolean changesWork =
        !request.getMethod().equals("GET") && RUNNING_WORK.matcher(request.getRequestURI()).find();
    byte[] body = request.getInputStream().readAllBytes();
    check(body, changesWork);
    chain.doFilter(new RereadRequest(request, body), response);
  }

  private static boolean isForm(String contentType) {
    return contentType != null
        && (contentType.startsWith("multipart/form-data")
            || contentType.startsWith("application/x-www-form-urlencoded"));
  }

  /** A file that one of our own plugins takes as it comes; nothing of the engine reads one. */
  private static boolean isFile(HttpServletRequest request) {
    return MediaType.APPLICATION_OCTET_STREAM_VALUE.equals(request.getContentType())
        && OWN_PLUGIN.matcher(request.getRequestURI()).find();
  }

  private static void checkParameters(String query) {
    for (String parameter : query == null ? new String[0] : query.split("&")) {
      try {
        checkKey(URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8));
      } catch (IllegalArgumentException malformed) {
        throw Problem.badRequest("request-malformed", "请求的格式或参数有误，系统未作任何更改。");
      }
    }
  }

  private void checkPath(HttpServletRequest request) {
    Matcher variable =
        NAMED_VARIABLE.matcher(URLDecoder.decode(request.getRequestURI(), StandardCharsets.UTF_8));
    if (!request.getMethod().equals("GET") && variable.find()) {
      checkKept(variable.group(1));
    }
  }

  private void checkKept(String variable) {
    if (kept.contains(variable)) {
      throw Problem.forbidden("kept-variable", "“" + variable + "”由系统记录，不能改写。");
    }
  }

  private void check(byte[] body, boolean changesWork) throws IOException {
    try (JsonParser parser = json.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first != null && !first.isStructStart()) {
        throw Problem.badRequest("body-malformed", "请求正文应为 JSON 对象或数组。");
      }
      for (JsonToken token = first; token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          checkKey(parser.currentName());
          if (changesWork) {
            checkKept(parser.currentName());
          }
        } else if (changesWork && isDeletion(parser)) {
          checkKept(parser.getText());
        }
      }
    } catch (JsonParseException | StreamConstraintsException malformed) {
      throw Problem.badRequest("body-malformed", "请求正文不是有效的 JSON。");
    }
  }

  /** Names of variables to delete stand as values. */
  private static boolean isDeletion(JsonParser parser) throws IOException {
    JsonStreamContext place = parser.getParsingContext();
    String list = place.inArray() ? place.getParent().getCurrentName() : place.getCurrentName();
    return parser.currentToken() == JsonToken.VALUE_STRING && DELETIONS.equals(list);
  }

  private static void checkKey(String key) {
    if (key.endsWith("Expression")) {
      throw Problem.badRequest("expression-refused", "不接受表达式，请去掉“" + key + "”。");
    }
    if (key.equals("startInstructions")) {
      throw Problem.badRequest("start-refused", "办件只能从收件开始，请去掉“" + key + "”。");
    }
  }
}
