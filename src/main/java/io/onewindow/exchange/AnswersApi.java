package io.onewindow.exchange;

import io.onewindow.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where departments' systems answer. Who they are, {@link SystemSignIn} has found out. */
@RestController
class AnswersApi {

  private static final int LARGEST = 64 * 1024;

  private final Answers answers;

  AnswersApi(Answers answers) {
    this.answers = answers;
  }

  /**
   * Takes an answer; may be repeated with the same key until one of 2xx or 4xx comes back.
   *
   * @param key the sender's own, the same for every repetition of one answer
   */
  @PostMapping(value = "/api/v1/exchange/answers", consumes = "application/json")
  AnswerView take(@RequestHeader("Idempotency-Key") String key, HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw Problem.of(413, "body-too-large", "回执不能超过 64 KB。");
    }
    return answers.take(SystemSignIn.signedIn(request), key, body);
  }
}
