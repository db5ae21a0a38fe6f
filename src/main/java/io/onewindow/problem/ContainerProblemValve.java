package io.onewindow.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers a request that reaches no page and no interface, such as one with a broken path. */
public class ContainerProblemValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    ProblemDocument document =
        status < 500
            ? new ProblemDocument(status, "请求有误", "请求的地址、方法或编码有误，系统没有受理。", "request-malformed")
            : new ProblemDocument(status, "系统出错", "系统出错，请告知运维人员。", "internal");
    try {
      response.setHeader("X-Content-Type-Options", "nosniff");
      document.answer(response);
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("nobody there to be told of status " + status, gone);
    }
  }
}
