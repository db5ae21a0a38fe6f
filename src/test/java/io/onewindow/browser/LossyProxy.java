package io.onewindow.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Stands before the application as a proxy does, and can lose a form that is handed in. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LossyProxy extends OncePerRequestFilter {

  /** What happens to the next form. */
  private enum Fate {
    PASSES,
    IS_REFUSED,
    IS_UNANSWERED,
    IS_HELD
  }

  private static final int LONGEST_SECONDS = 60;

  private final AtomicReference<Fate> next = new AtomicReference<>(Fate.PASSES);
  private volatile CountDownLatch held = new CountDownLatch(0);

  /** Answers the next form itself, with what a proxy says that finds no node: 503 and no word. */
  void refusesTheNextForm() {
    next.set(Fate.IS_REFUSED);
  }

  /** Has the next form worked on and says itself that nobody has answered: 504. */
  void losesTheAnswerToTheNextForm() {
    next.set(Fate.IS_UNANSWERED);
  }

  /** Takes the next form and says nothing for a long time. */
  void holdsTheNextForm() {
    held = new CountDownLatch(1);
    next.set(Fate.IS_HELD);
  }

  /** Gives up what it held; no node has seen it. */
  void letsGo() {
    held.countDown();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().endsWith("/submit-form");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (next.getAndSet(Fate.PASSES)) {
      case PASSES -> chain.doFilter(request, response);
      case IS_REFUSED -> answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      case IS_UNANSWERED -> {
        chain.doFilter(request, new ContentCachingResponseWrapper(response));
        answer(response, HttpServletResponse.SC_GATEWAY_TIMEOUT);
      }
      case IS_HELD -> {
        awaitRelease();
        answer(response, HttpServletResponse.SC_GATEWAY_TIMEOUT);
      }
    }
  }

  private void awaitRelease() {
    try {
      held.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpServletResponse response, int status) throws IOException {
    response.reset();
    response.setStatus(status);
    response.setContentType("text/html");
    response
        .getWriter()
        .write("<html><body><center><h1>" + status + "</h1></center></body></html>");
  }
}
