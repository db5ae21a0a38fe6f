package io.onewindow.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Posts JSON to the address of a department's system. {@code Idempotency-Key} is the request id;
 * only an answer of 2xx counts as delivered, and what it says beside that is not read.
 */
@Component
class HttpExchange implements ExchangePort {

  private final ExchangeSettings settings;
  private final Clock time;
  private final HttpClient client;
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();

  HttpExchange(ExchangeSettings settings, Clock time) {
    this.settings = settings;
    this.time = time;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public void deliver(DepartmentSystem system, Parcel parcel) {
    Instant until = resting.get(system.id());
    if (until != null && time.instant().isBefore(until)) {
      throw new DeliveryFailed("对方系统刚刚没有应答，稍后再试");
    }
    int status = post(system, request(system, parcel));
    if (status < 200 || status > 299) {
      throw new DeliveryFailed("对方系统答复 HTTP " + status);
    }
    resting.remove(system.id());
  }

  private HttpRequest request(DepartmentSystem system, Parcel parcel) {
    byte[] body = parcel.body().getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(system.connection().address())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header(RequestSignature.REQUEST_ID, parcel.requestId())
            .POST(BodyPublishers.ofByteArray(body));
    if (isGiven(system.connection().token())) {
      request.header("Authorization", "Bearer " + system.connection().token());
    }
    if (isGiven(system.connection().signingKey())) {
      new RequestSignature(system, parcel.requestId(), body)
          .headers(time.instant())
          .forEach(request::header);
    }
    return request.build();
  }

  private static boolean isGiven(String secret) {
    return secret != null && !secret.isBlank();
  }

  /** The limit holds for the whole answer: a system that trickles must not hold the sender. */
  private int post(DepartmentSystem system, HttpRequest request) {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, BodyHandlers.discarding());
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException silent) {
      answer.cancel(true);
      throw unreachable(system, "对方系统 " + settings.timeout().toSeconds() + " 秒内没有应答");
    } catch (ExecutionException failed) {
      throw unreachable(system, words(failed.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DeliveryFailed("本节点正在停止");
    }
  }

  private DeliveryFailed unreachable(DepartmentSystem system, String reason) {
    resting.put(system.id(), time.instant().plus(settings.rest()));
    return new DeliveryFailed(reason);
  }

  private String words(Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
      return "连接不上对方系统";
    }
    if (cause instanceof HttpTimeoutException) {
      return "对方系统 " + settings.timeout().toSeconds() + " 秒内没有应答";
    }
    return cause instanceof IOException ? "与对方系统的连接中断" : "请求没有发出";
  }
}
