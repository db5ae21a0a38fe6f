package io.onewindow.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * All nodes as one address, as a proxy makes them: in turn, and past one that did not answer for a
 * while. Each attempt goes into the ledger.
 */
public final class Switchboard {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final long BREATH = Duration.ofMillis(100).toNanos();
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final List<URI> nodes;
  private final Ledger ledger;
  private final Duration longest;
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<URI, Long> resting = new ConcurrentHashMap<>();

  /**
   * @param longest how long an answer is waited for
   */
  public Switchboard(List<URI> nodes, Ledger ledger, Duration longest) {
    this.nodes = List.copyOf(nodes);
    this.ledger = ledger;
    this.longest = longest;
  }

  /**
   * Asks until a node answers; a request that is not repeatable only until one may have got it.
   *
   * @param path with its query
   * @param patience after which nobody is asked any more
   * @return empty when no answer came
   */
  Optional<HttpResponse<String>> ask(
      long deed,
      String path,
      UnaryOperator<HttpRequest.Builder> request,
      boolean repeatable,
      Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    do {
      URI node = next();
      Attempt attempt = attempt(deed, node, request.apply(builder(node.resolve(path))));
      if (attempt.answer() != null && !(repeatable && isAway(attempt.answer()))) {
        return Optional.of(attempt.answer());
      }
      if (attempt.mayHaveArrived() && !repeatable) {
        return Optional.empty();
      }
      resting.put(node, System.nanoTime() + REST.toNanos());
      LockSupport.parkNanos(BREATH);
    } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
    return Optional.empty();
  }

  private record Attempt(HttpResponse<String> answer, boolean mayHaveArrived) {}

  private Attempt attempt(long deed, URI node, HttpRequest.Builder request) {
    ledger.asks(deed, node.getAuthority());
    long begun = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      ledger.answered(deed, answer.statusCode(), taken, Answers.gist(answer));
      return new Attempt(answer, true);
    } catch (ConnectException | HttpConnectTimeoutException refused) {
      ledger.unreached(deed);
      return new Attempt(null, false);
    } catch (IOException broken) {
      ledger.doubtful(deed, broken.toString());
      return new Attempt(null, true);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      ledger.doubtful(deed, "ended");
      return new Attempt(null, true);
    }
  }

  /** The node itself or what is behind it does not work at the moment. */
  private static boolean isAway(HttpResponse<String> answer) {
    return answer.statusCode() >= BAD_GATEWAY && answer.statusCode() <= GATEWAY_TIMEOUT;
  }

  private HttpRequest.Builder builder(URI uri) {
    return HttpRequest.newBuilder(uri).header("X-Forwarded-Proto", "https").timeout(longest);
  }

  /** The next node that does not rest; the next at all when all do. */
  private URI next() {
    long now = System.nanoTime();
    for (int i = 0; i < nodes.size(); i++) {
      URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
      if (resting.getOrDefault(node, now) - now <= 0) {
        return node;
      }
    }
    return nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
  }
}
