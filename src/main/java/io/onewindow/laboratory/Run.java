package io.onewindow.laboratory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.problem.Problem;
import io.onewindow.simulation.Laboratory;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One experiment on its way: waiting, running, or ended without a result. */
final class Run implements Runnable {

  /** Where it stands; a finished one is in the archive and no run any more. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private final String id;
  private final String owner;
  private final OffsetDateTime createdAt;
  private final Experiment experiment;
  private final Function<Laboratory.Outcome, ObjectNode> results;
  private final BiConsumer<Run, ObjectNode> keep;
  private final Consumer<Run> ended;
  private final LaboratorySettings settings;
  private final Progress progress = new Progress();
  private volatile State state = State.WAITING;
  private volatile boolean cancelled;
  private volatile String failure;

  /**
   * @param results makes of what was found what is kept
   * @param keep is given the result, if there is one
   * @param ended hears of every end
   */
  Run(
      String id,
      String owner,
      OffsetDateTime createdAt,
      Experiment experiment,
      Function<Laboratory.Outcome, ObjectNode> results,
      BiConsumer<Run, ObjectNode> keep,
      Consumer<Run> ended,
      LaboratorySettings settings) {
    this.id = id;
    this.owner = owner;
    this.createdAt = createdAt;
    this.experiment = experiment;
    this.results = results;
    this.keep = keep;
    this.ended = ended;
    this.settings = settings;
  }

  @Override
  public void run() {
    try {
      if (!cancelled) {
        state = State.RUNNING;
        simulate();
      }
    } catch (Problem refused) {
      fail(refused.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("experiment {} of {} failed", id, experiment.service(), broken);
      fail("仿真出错，没有结果。请将编号 " + id + " 告知运维人员。");
    } finally {
      ended.accept(this);
    }
  }

  private void simulate() {
    long until = System.nanoTime() + settings.longest().toNanos();
    Laboratory.Outcome outcome =
        experiment
            .trial()
            .run(
                Laboratory.Watch.of(
                    settings.threads(),
                    progress::done,
                    () -> cancelled || System.nanoTime() - until > 0));
    if (outcome != null) {
      keep.accept(this, results.apply(outcome));
      state = State.DONE;
    } else if (!cancelled) {
      fail("运行超过 " + minutes(settings.longest()) + " 分钟，已经停止，没有结果。请减少办件数或重复次数，或改用命令行 simulate。");
    }
  }

  private static long minutes(Duration length) {
    return Math.max(1, length.toMinutes());
  }

  private void fail(String why) {
    failure = why;
    state = State.FAILED;
  }

  /** The run ends at its next look, and its result, if there is one already, is thrown away. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  String id() {
    return id;
  }

  String owner() {
    return owner;
  }

  OffsetDateTime createdAt() {
    return createdAt;
  }

  Experiment experiment() {
    return experiment;
  }

  State state() {
    return state;
  }

  /** Why there is no result, in Chinese; null unless it failed. */
  String failure() {
    return failure;
  }

  Progress progress() {
    return progress;
  }
}
