package io.onewindow.laboratory;

import java.time.OffsetDateTime;

/**
 * An experiment in the list of its owner.
 *
 * @param kind {@code experiment} or {@code self-check}
 * @param state WAITING, RUNNING, DONE or FAILED
 * @param ahead how many wait before it; 0 unless it waits
 * @param phase what runs now, in Chinese; null unless it runs
 * @param done replications of that phase
 * @param of replications of that phase at most
 * @param failure why there is no result, in Chinese; null unless it failed
 */
record Entry(
    String id,
    String kind,
    String name,
    String service,
    String serviceName,
    OffsetDateTime createdAt,
    String state,
    int ahead,
    String phase,
    int done,
    int of,
    String failure) {

  static Entry finished(
      String id,
      String kind,
      String name,
      String service,
      String serviceName,
      OffsetDateTime createdAt) {
    return new Entry(id, kind, name, service, serviceName, createdAt, "DONE", 0, null, 0, 0, null);
  }

  static Entry of(Run run, int ahead) {
    Experiment experiment = run.experiment();
    Progress progress = run.progress();
    boolean running = run.state() == Run.State.RUNNING;
    return new Entry(
        run.id(),
        experiment.kind(),
        experiment.name(),
        experiment.service(),
        experiment.serviceName(),
        run.createdAt(),
        run.state().name(),
        ahead,
        running ? phase(experiment, progress.scenario()) : null,
        progress.done(),
        experiment.mostReplications(),
        run.failure());
  }

  private static String phase(Experiment experiment, int scenario) {
    if (scenario == 0) {
      return "基线";
    }
    boolean changed = experiment.trial().whatIf() != null;
    return changed && scenario == 1 ? "改动后" : "推算人数";
  }
}
