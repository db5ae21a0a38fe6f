package io.onewindow.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onewindow.face.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A department's own system: it can be away, be silent, refuse, and remembers what it was told. */
final class DepartmentStub {

  /** A request as it came in. */
  record Heard(
      String id, String authorization, String digest, String input, String signature, String text) {

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(text);
      } catch (IOException malformed) {
        throw new UncheckedIOException(malformed);
      }
    }
  }

  private final int port = FreePort.find();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private ExecutorService threads;
  private volatile int status = 200;
  private volatile CountDownLatch silence = new CountDownLatch(0);

  String address() {
    return "http://127.0.0.1:" + port + "/cases";
  }

  void starts() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/cases", this::take);
    server.start();
  }

  void stops() {
    isHeardAgain();
    if (server != null) {
      server.stop(0);
      threads.shutdownNow();
      server = null;
    }
  }

  /** Takes requests and gives no answer until {@link #isHeardAgain()}. */
  void fallsSilent() {
    silence = new CountDownLatch(1);
  }

  void isHeardAgain() {
    silence.countDown();
  }

  void answersWith(int newStatus) {
    status = newStatus;
  }

  void forgets() {
    heard.clear();
    status = 200;
  }

  List<Heard> heard() {
    return heard;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      heard.add(
          new Heard(
              headers.getFirst("Idempotency-Key"),
              headers.getFirst("Authorization"),
              headers.getFirst("Content-Digest"),
              headers.getFirst("Signature-Input"),
              headers.getFirst("Signature"),
              new String(exchange.getRequestBody().readAllBytes(), "UTF-8")));
      silence.await();
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
