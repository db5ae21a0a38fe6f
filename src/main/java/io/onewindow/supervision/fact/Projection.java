package io.onewindow.supervision.fact;

import io.onewindow.problem.Problem;
import io.onewindow.supervision.fact.StateStore.Phase;
import io.onewindow.supervision.fact.StateStore.Progress;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the figures up to date, step by step. Each step is one transaction and holds the lock of
 * the state's row, so that one node works at a time; a node that stops leaves the next step to the
 * next.
 */
@Service
public class Projection {

  private static final int CASES_PER_STEP = 100;
  private static final YearMonth BEFORE_ALL = YearMonth.of(1970, 1);

  private final StateStore state;
  private final DueCases due;
  private final RawHistory history;
  private final Counting counting;
  private final SumStore sums;
  private final TimeStore times;
  private final MonthSums months;
  private final TransactionTemplate transaction;
  private final Clock time;

  Projection(
      StateStore state,
      DueCases due,
      RawHistory history,
      Counting counting,
      SumStore sums,
      TimeStore times,
      MonthSums months,
      TransactionTemplate transaction,
      Clock time) {
    this.state = state;
    this.due = due;
    this.history = history;
    this.counting = counting;
    this.sums = sums;
    this.times = times;
    this.months = months;
    this.transaction = transaction;
    this.time = time;
  }

  /** Takes all steps that are left, unless another node is at it. */
  public void catchUp() {
    while (step()) {
      // until nothing is left
    }
  }

  /**
   * Takes the next step.
   *
   * @return whether another may follow; false also while another node works
   */
  public boolean step() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> state.lock().map(this::next).orElse(false)));
  }

  private boolean next(Progress progress) {
    return switch (progress.phase()) {
      case CURRENT -> takeIn();
      case CASES -> countCases(progress);
      case SUMS -> countSums(progress);
    };
  }

  private boolean takeIn() {
    List<DueCases.Due> some = due.next(CASES_PER_STEP);
    if (some.isEmpty()) {
      return false;
    }
    List<String> instances = some.stream().map(DueCases.Due::instanceId).distinct().toList();
    List<String> cases = history.receiptNos(instances);
    if (!cases.isEmpty()) {
      FactStore.Changes changes = counting.count(cases);
      Sums changed = new Sums();
      changed.cases(changes.casesBefore(), -1);
      changed.cases(changes.casesAfter(), 1);
      changed.steps(changes.stepsBefore(), -1);
      changed.steps(changes.stepsAfter(), 1);
      sums.add(changed.all());
      times.add(changed.shared().all());
    }
    due.takenIn(some);
    return true;
  }

  private boolean countCases(Progress progress) {
    List<String> cases = history.receiptNosAfter(progress.upTo(), CASES_PER_STEP);
    if (cases.isEmpty()) {
      state.write(
          new Progress(
              Phase.SUMS,
              progress.done(),
              progress.total(),
              BEFORE_ALL.toString(),
              progress.different()));
      return true;
    }
    FactStore.Changes changes = counting.count(cases);
    int total = progress.total() == 0 ? history.cases() : progress.total();
    state.write(
        new Progress(
            Phase.CASES,
            progress.done() + cases.size(),
            Math.max(total, progress.done() + cases.size()),
            cases.get(cases.size() - 1),
            progress.different() + different(changes)));
    return true;
  }

  private static int different(FactStore.Changes changes) {
    return Math.max(changes.casesBefore().size(), changes.casesAfter().size())
        + Math.max(changes.stepsBefore().size(), changes.stepsAfter().size());
  }

  private boolean countSums(Progress progress) {
    Optional<YearMonth> month = months.next(YearMonth.parse(progress.upTo()));
    int different = progress.different() + month.map(months::recount).orElse(0);
    state.write(
        new Progress(
            month.isPresent() ? Phase.SUMS : Phase.CURRENT,
            progress.done(),
            progress.total(),
            month.map(YearMonth::toString).orElse(""),
            different));
    if (month.isEmpty()) {
      state.ended(time.instant());
    }
    return true;
  }

  /**
   * Begins to count everything again from the raw history; the steps follow. What came in meanwhile
   * is taken in afterwards.
   *
   * @throws Problem 409 when that is going on already
   */
  public void rebuild() {
    transaction.executeWithoutResult(
        status -> {
          Progress now = state.lock().orElseGet(state::read);
          if (now.phase() != Phase.CURRENT) {
            throw Problem.conflict("figures-rebuilding", words(now));
          }
          state.begin(history.cases(), time.instant());
        });
  }

  public FigureState state() {
    Progress now = state.read();
    return new FigureState(
        now.phase() != Phase.CURRENT, now.done(), now.total(), now.different(), due.count());
  }

  /**
   * @throws Problem 409 while everything is counted again: figures would be those of some cases
   *     only
   */
  public void requireCurrent() {
    Progress now = state.read();
    if (now.phase() != Phase.CURRENT) {
      throw Problem.conflict("figures-rebuilding", words(now));
    }
  }

  private static String words(Progress now) {
    String how =
        now.phase() == Phase.CASES
            ? "已完成 " + now.done() + " / " + Math.max(now.total(), now.done()) + " 件"
            : "办件已全部清点，正在汇总";
    return "正在重建统计数据，" + how + "；完成后请重试。";
  }
}
