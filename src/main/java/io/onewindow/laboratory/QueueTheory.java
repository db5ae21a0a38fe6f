package io.onewindow.laboratory;

import io.onewindow.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What Erlang's formulas say of a queue with Poisson arrivals and exponential service (M/M/c, with
 * one server M/M/1). Lengths in seconds.
 */
record QueueTheory(double utilisation, double queue, double waiting, double stay, double inSystem) {

  private static final int MOST_SERVERS = 50;
  private static final int LEAST_CASES = 100;
  private static final int MOST_CASES = 50_000;
  private static final int MOST_REPLICATIONS = 100;
  private static final double LONGEST = 86_400;

  /**
   * A queue to be tried.
   *
   * @param gap mean seconds between arrivals
   * @param service mean seconds of service
   * @param cases of each replication, a tenth of them to warm up
   */
  record Queue(
      Integer servers, Double gap, Double service, Integer cases, Integer replications, Long seed) {

    /** This queue with our own defaults for what is not said. */
    Queue completed() {
      return new Queue(
          servers == null ? 1 : servers,
          gap == null ? 600 : gap,
          service == null ? 480 : service,
          cases == null ? 10_000 : cases,
          replications == null ? 30 : replications,
          seed == null ? 1 : seed);
    }

    /**
     * @throws Problem naming each field that is wrong
     */
    void check() {
      List<Problem.Field> wrong = new ArrayList<>();
      within(wrong, "servers", "窗口数", servers, 1, MOST_SERVERS);
      within(wrong, "gap", "平均到达间隔", gap, 1, LONGEST);
      within(wrong, "service", "平均办理时长", service, 1, LONGEST);
      within(wrong, "cases", "办件数", cases, LEAST_CASES, MOST_CASES);
      within(wrong, "replications", "重复次数", replications, 2, MOST_REPLICATIONS);
      boolean crowded = wrong.isEmpty() && service / gap >= servers;
      if (crowded) {
        wrong.add(
            new Problem.Field(
                "service",
                "平均办理时长",
                "应小于 窗口数 × 平均到达间隔（" + Math.round(servers * gap) + " 秒），否则队伍越排越长，没有稳定的理论值"));
      }
      if (!wrong.isEmpty()) {
        throw Problem.badFields(wrong);
      }
    }

    private static void within(
        List<Problem.Field> wrong,
        String key,
        String label,
        Number value,
        double least,
        double most) {
      double given = value.doubleValue();
      if (!(given >= least && given <= most)) {
        wrong.add(
            new Problem.Field(
                key, label, "应在 " + Math.round(least) + " 至 " + Math.round(most) + " 之间"));
      }
    }
  }

  /**
   * @param queue complete and checked
   */
  static QueueTheory of(Queue queue) {
    double load = queue.service() / queue.gap();
    int servers = queue.servers();
    double term = 1;
    double sum = 1;
    for (int k = 1; k < servers; k++) {
      term *= load / k;
      sum += term;
    }
    double last = term * load / servers * servers / (servers - load);
    double mustWait = last / (sum + last);
    double wait = mustWait * queue.service() / (servers - load);
    double stay = wait + queue.service();
    return new QueueTheory(load / servers, wait / queue.gap(), wait, stay, stay / queue.gap());
  }
}
