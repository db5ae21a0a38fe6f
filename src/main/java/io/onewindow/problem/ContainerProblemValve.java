package io.onewindow.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers a request that reaches no page and no interface, such as one with a broken path. */
public class ContainerProblemValve extends ErrorReportValve {

  private static final String TEXT =
      """
      {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}\
      """;

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String text =
        status < 500
            ? TEXT.formatted("请求有误", status, "请求的地址、方法或编码有误，系统没有受理。", "request-malformed")
            : TEXT.formatted("系统出错", status, "系统出错，请告知运维人员。", "internal");
    try {
      response.setContentType("application/problem+json");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("nobody there to be told of status " + status, gone);
    }
  }
}
