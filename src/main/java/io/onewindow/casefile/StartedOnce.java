package io.onewindow.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.RereadRequest;
import io.onewindow.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Starts one case through the engine's REST interface, Tasklist's included, however often the same
 * request comes with the same {@code Idempotency-Key}: whoever got no answer hands in again. A
 * repetition is answered as the engine answers a start, with the case of the first time.
 */
final class StartedOnce extends OncePerRequestFilter {

  static final String KEY = "Idempotency-Key";

  private static final Pattern START =
      Pattern.compile(
          "^/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)"
              + "/process-definition/.+/(?:submit-form|start)/?$");

  private final RepeatedRequests requests;
  private final Callers callers;
  private final CaseStore store;
  private final HistoryService history;
  private final ObjectMapper json;

  StartedOnce(
      RepeatedRequests requests,
      Callers callers,
      CaseStore store,
      HistoryService history,
      ObjectMapper json) {
    this.requests = requests;
    this.callers = callers;
    this.store = store;
    this.history = history;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(KEY) == null
        || !request.getMethod().equals("POST")
        || !START.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = callers.current();
    if (caller.isEmpty()) {
      // the engine refuses whoever has not signed in
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readAllBytes();
    var held = new ContentCachingResponseWrapper(response);
    var start = new Start(chain, new RereadRequest(request, body), held);
    try {
      String receiptNo = once(request.getHeader(KEY), caller.get(), told(request, body), start);
      if (!receiptNo.equals(start.receiptNo)) {
        answer(held, receiptNo);
      }
    } catch (NotStarted refused) {
      if (refused.getCause() != null) {
        throw new ServletException(refused.getCause());
      }
    }
    held.copyBodyToResponse();
  }

  private String once(String key, Caller caller, byte[] told, Start start) {
    try {
      return requests.once(key, caller.id(), told, start::carriedOut);
    } catch (Problem problem) {
      if (!problem.code().equals(RepeatedRequests.REUSED)) {
        throw problem;
      }
      throw Problem.conflict(
          RepeatedRequests.REUSED,
          "这份申请刚才已经收件（受理编号 %s），这次的内容不同，没有收。要改已收的，请在那个办件里办理；确要另收一件的，再次提交即可。"
              .formatted(requests.receiptNo(key, caller.id()).orElseThrow()));
    }
  }

  /** What makes it the same request: what is to be started, and with what. */
  private static byte[] told(HttpServletRequest request, byte[] body) {
    var told = new ByteArrayOutputStream();
    told.writeBytes(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
    told.write('\n');
    told.writeBytes(body);
    return told.toByteArray();
  }

  private void answer(HttpServletResponse response, String receiptNo) throws IOException {
    String id = store.find(receiptNo).orElseThrow().processInstanceId();
    HistoricProcessInstance instance =
        callers.asSystem(
            () ->
                history.createHistoricProcessInstanceQuery().processInstanceId(id).singleResult());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", id);
    answer.put("definitionId", instance.getProcessDefinitionId());
    answer.put("businessKey", receiptNo);
    answer.put("tenantId", instance.getTenantId());
    answer.put("ended", instance.getEndTime() != null);
    answer.put("suspended", HistoricProcessInstance.STATE_SUSPENDED.equals(instance.getState()));
    response.resetBuffer();
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(answer));
  }

  /** One attempt to have the engine start it; its answer is held until the case is on file. */
  private final class Start {

    private final FilterChain chain;
    private final HttpServletRequest request;
    private final ContentCachingResponseWrapper held;
    private String receiptNo;

    Start(FilterChain chain, HttpServletRequest request, ContentCachingResponseWrapper held) {
      this.chain = chain;
      this.request = request;
      this.held = held;
    }

    String carriedOut() {
      try {
        chain.doFilter(request, held);
        if (held.getStatus() != HttpServletResponse.SC_OK) {
          throw new NotStarted(null);
        }
        receiptNo = json.readTree(held.getContentAsByteArray()).path("businessKey").asText(null);
      } catch (IOException | ServletException failed) {
        throw new NotStarted(failed);
      }
      if (receiptNo == null) {
        throw Problem.badRequest("no-case", "这个流程不产生办件，请去掉 " + KEY + "。");
      }
      return receiptNo;
    }
  }

  /** Takes back what was begun; the engine's answer says why, or the cause. */
  private static final class NotStarted extends RuntimeException {
    NotStarted(Exception cause) {
      super(cause);
    }
  }
}
