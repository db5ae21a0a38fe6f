package io.onewindow.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every failure of our own HTTP API into an RFC 9457 problem document in Chinese. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  /** After which asking again makes sense; our own default. */
  private static final String SECONDS_TO_WAIT = "5";

  private static final String AS_JSON = "请以 application/json 提交请求正文。";

  private final List<ProblemTranslator> translators;

  ProblemAdvice(List<ProblemTranslator> translators) {
    this.translators = translators;
  }

  @ExceptionHandler(MissingServletRequestParameterException.class)
  ResponseEntity<ProblemDetail> missingParameter(MissingServletRequestParameterException error) {
    return answer(
        Problem.badRequest("parameter-missing", "缺少参数 " + error.getParameterName() + "。"));
  }

  @ExceptionHandler(MissingRequestHeaderException.class)
  ResponseEntity<ProblemDetail> missingHeader(MissingRequestHeaderException error) {
    return answer(Problem.badRequest("header-missing", "缺少请求头 " + error.getHeaderName() + "。"));
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException error) {
    return answer(Problem.badRequest("parameter-malformed", "参数 " + error.getName() + " 的格式不正确。"));
  }

  /** Such as a key that stands there twice. */
  @ExceptionHandler(HttpMessageConversionException.class)
  ResponseEntity<ProblemDetail> unreadable(
      HttpMessageConversionException error, HttpServletRequest request) {
    if (error instanceof HttpMessageNotWritableException) {
      return any(error, request);
    }
    return answer(Problem.badRequest("body-malformed", "请求正文不是有效的 JSON，或字段类型不正确。"));
  }

  @ExceptionHandler(MultipartException.class)
  ResponseEntity<ProblemDetail> brokenParts(MultipartException error, HttpServletRequest request) {
    if (error instanceof MaxUploadSizeExceededException) {
      return any(error, request);
    }
    return answer(Problem.badRequest("body-malformed", "请求正文不是完整的 multipart 表单。"));
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ResponseEntity<ProblemDetail> noResource(NoResourceFoundException error) {
    return answer(Problem.notFound("not-found", "没有这个页面或接口。"));
  }

  @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
  ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException error) {
    return document(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "此接口不支持该请求方法。");
  }

  @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
  ResponseEntity<ProblemDetail> wrongMediaType(HttpMediaTypeNotSupportedException error) {
    return document(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type", AS_JSON);
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> any(Exception error, HttpServletRequest request) {
    Optional<Problem> problem =
        Optional.ofNullable(Problem.in(error))
            .or(() -> Optional.ofNullable(DatabaseAway.in(error)))
            .or(() -> translators.stream().flatMap(t -> t.translate(error).stream()).findFirst());
    if (problem.isPresent()) {
      return answer(problem.get());
    }
    if (error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
      return document(status, "request-refused", "请求有误，系统未作任何更改。");
    }
    if (error instanceof IllegalArgumentException && isAnyType(request.getContentType())) {
      // what Spring stumbles over before anything is read
      return document(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type", AS_JSON);
    }
    String reference = UUID.randomUUID().toString();
    LOG.error(
        "{} {} failed, reference {}",
        request.getMethod(),
        request.getRequestURI(),
        reference,
        error);
    return document(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "系统出错，本次操作没有生效。请将编号 " + reference + " 告知运维人员。");
  }

  private static boolean isAnyType(String contentType) {
    return contentType != null && contentType.contains("*");
  }

  static ResponseEntity<ProblemDetail> answer(Problem problem) {
    var answer =
        document(HttpStatus.valueOf(problem.status()), problem.code(), problem.getMessage());
    if (!problem.fields().isEmpty()) {
      answer.getBody().setProperty("fields", problem.fields());
    }
    return answer;
  }

  private static ResponseEntity<ProblemDetail> document(
      HttpStatus status, String code, String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setTitle(title(status));
    body.setProperty("code", code);
    var answer = ResponseEntity.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    }
    return answer.body(body);
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "请求有误";
      case UNAUTHORIZED -> "请先登录";
      case FORBIDDEN -> "无权办理";
      case NOT_FOUND -> "未找到";
      case CONFLICT -> "与现状冲突";
      case SERVICE_UNAVAILABLE -> "暂时不能服务";
      case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "请求方式不正确";
      default -> status.is4xxClientError() ? "请求有误" : "系统出错";
    };
  }
}
