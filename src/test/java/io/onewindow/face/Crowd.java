package io.onewindow.face;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many callers who ask for the same thing at the same moment. */
public final class Crowd {

  private static final int PATIENCE_SECONDS = 60;

  private Crowd() {}

  /** What each of so many callers got. */
  public static List<Answer> of(int callers, Callable<Answer> request) {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    CyclicBarrier start = new CyclicBarrier(callers);
    try {
      List<Callable<Answer>> all =
          IntStream.range(0, callers)
              .<Callable<Answer>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return request.call();
                      })
              .toList();
      return threads.invokeAll(all, PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
          .map(Crowd::answer)
          .toList();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Answer answer(Future<Answer> one) {
    try {
      return one.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }
}
