package io.onewindow.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what failed outside our own HTTP API; nothing for who asks for it. */
@RestController
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  void failed(HttpServletRequest request) throws Throwable {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      throw failure;
    }
    if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
      throw new ErrorResponseException(HttpStatusCode.valueOf(status));
    }
    throw Problem.notFound("not-found", "没有这个页面或接口。");
  }
}
