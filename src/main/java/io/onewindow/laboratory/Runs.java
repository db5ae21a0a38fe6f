package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Laboratory;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The experiments of all trainers: a few run, a few wait, the finished ones are kept. */
@Component
class Runs {

  private final Archive archive;
  private final LaboratorySettings settings;
  private final Clock clock;
  private final ThreadPoolExecutor executor;

  /** Those that wait or run, and those that failed, until their owner removes them. */
  private final Map<String, Run> known = new ConcurrentHashMap<>();

  Runs(Archive archive, LaboratorySettings settings, Clock clock) {
    this.archive = archive;
    this.settings = settings;
    this.clock = clock;
    this.executor =
        new ThreadPoolExecutor(
            settings.atOnce(),
            settings.atOnce(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.waiting()));
  }

  /**
   * @throws Problem 429 when too many wait already
   */
  Entry start(
      String owner, Experiment experiment, Function<Laboratory.Outcome, ObjectNode> results) {
    Run run =
        new Run(
            UUID.randomUUID().toString(),
            owner,
            OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS),
            experiment,
            results,
            archive::put,
            this::ended,
            settings);
    forgetFailures(owner);
    known.put(run.id(), run);
    try {
      executor.execute(run);
    } catch (RejectedExecutionException full) {
      known.remove(run.id());
      throw Problem.of(429, "laboratory-busy", "实验室正忙，已有 " + settings.waiting() + " 个试算在排队，请稍后再试。");
    }
    return entry(run);
  }

  /** Of the failed ones only as many are remembered as results are kept. */
  private void forgetFailures(String owner) {
    List<Run> failed =
        known.values().stream()
            .filter(run -> run.owner().equals(owner) && run.state() == Run.State.FAILED)
            .sorted(Comparator.comparing(Run::createdAt).reversed())
            .skip(settings.kept())
            .toList();
    failed.forEach(run -> known.remove(run.id()));
  }

  private void ended(Run run) {
    if (run.isCancelled()) {
      archive.delete(run.owner(), run.id());
    }
    if (run.isCancelled() || run.state() == Run.State.DONE) {
      known.remove(run.id());
    }
  }

  /** The newest first. */
  List<Entry> list(String owner) {
    List<Entry> all = new ArrayList<>();
    known.values().stream()
        .filter(run -> run.owner().equals(owner))
        .map(this::entry)
        .forEach(all::add);
    archive.list(owner).stream()
        .filter(one -> all.stream().noneMatch(run -> run.id().equals(one.id())))
        .forEach(all::add);
    all.sort(Comparator.comparing(Entry::createdAt).reversed());
    return all;
  }

  /**
   * @throws Problem 404 when the caller has no such experiment
   */
  Entry find(String owner, String id) {
    Run run = running(owner, id);
    return run != null ? entry(run) : archive.entry(owner, wellFormed(id)).orElseThrow(Runs::none);
  }

  /**
   * The file of a finished experiment, which is also what is shared.
   *
   * @throws Problem 404 when there is none, 409 when it has not finished
   */
  byte[] file(String owner, String id) {
    Entry found = find(owner, id);
    if (!found.state().equals(Run.State.DONE.name())) {
      throw Problem.conflict("experiment-unfinished", "这个试算还没有结果。");
    }
    return archive.file(found, owner).orElseThrow(Runs::none);
  }

  /**
   * Cancels what waits or runs, deletes what has finished; nothing is left behind.
   *
   * @throws Problem 404 when the caller has no such experiment
   */
  void remove(String owner, String id) {
    Run run = running(owner, id);
    if (run != null) {
      run.cancel();
      executor.remove(run);
      known.remove(id);
    }
    boolean deleted = archive.delete(owner, wellFormed(id));
    if (run == null && !deleted) {
      throw none();
    }
  }

  private Run running(String owner, String id) {
    Run run = known.get(id);
    return run != null && run.owner().equals(owner) ? run : null;
  }

  private Entry entry(Run run) {
    int ahead = 0;
    for (Runnable waiting : executor.getQueue()) {
      if (waiting == run) {
        return Entry.of(run, ahead);
      }
      ahead++;
    }
    return Entry.of(run, 0);
  }

  /** An id of ours, so that it names a file of ours and no other. */
  private static String wellFormed(String id) {
    try {
      return UUID.fromString(id).toString();
    } catch (IllegalArgumentException foreign) {
      throw none();
    }
  }

  private static Problem none() {
    return Problem.notFound("unknown-experiment", "没有这个试算，或者已经取消、过期。");
  }

  /** What runs when the application stops is lost; nothing half done stays. */
  @PreDestroy
  void close() {
    known.values().forEach(Run::cancel);
    executor.shutdown();
  }
}
