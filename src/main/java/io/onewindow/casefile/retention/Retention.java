package io.onewindow.casefile.retention;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.retention.CaseRetained.Kind;
import io.onewindow.casefile.retention.RetentionStore.CreditEntry;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what names persons out of cases that have been kept long enough. The number of the case,
 * its dates, its clocks and the figures stay; so do the records that are only added to, in which
 * what people wrote is sealed. A credit record outlives its case or goes before it: the law gives
 * it a time of its own.
 */
@Component
public class Retention {

  private static final int LONGEST_REASON = 1000;

  private final RetentionStore store;
  private final CaseFile files;
  private final HistoryService history;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final Clock time;

  Retention(
      RetentionStore store,
      CaseFile files,
      HistoryService history,
      Callers callers,
      ApplicationEventPublisher events,
      Clock time) {
    this.store = store;
    this.files = files;
    this.history = history;
    this.callers = callers;
    this.events = events;
    this.time = time;
  }

  /**
   * Clears one case, or one credit record, whose time is up.
   *
   * @return whether there may be another
   */
  @Transactional
  public boolean clearOne() {
    Instant now = time.instant();
    Optional<String> expired = store.expired(now);
    expired.filter(receiptNo -> store.take(receiptNo, now)).ifPresent(this::clear);
    return expired.isPresent() || deleteOneCredit(now);
  }

  private boolean deleteOneCredit(Instant now) {
    Optional<CreditEntry> expired = store.expiredCredit(now);
    expired
        .filter(store::delete)
        .ifPresent(entry -> tell(Kind.CREDIT_DELETED, file(entry.receiptNo()), null, "失信记录保存期限已满"));
    return expired.isPresent();
  }

  private void clear(String receiptNo) {
    store.erase(receiptNo);
    callers.asSystem(
        () -> {
          List<String> instances =
              history
                  .createHistoricProcessInstanceQuery()
                  .processInstanceBusinessKey(receiptNo)
                  .finished()
                  .list()
                  .stream()
                  .map(HistoricProcessInstance::getId)
                  .toList();
          if (!instances.isEmpty()) {
            history.deleteHistoricProcessInstancesIfExists(instances);
          }
          return instances;
        });
    tell(Kind.CLEARED, file(receiptNo), null, "保存期限已满");
  }

  /**
   * Keeps the case whole beyond its time.
   *
   * @throws Problem 400 without a reason, 409 when it is held already or has been cleared
   */
  @Transactional
  public void hold(CaseRecord file, String by, String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Problem.badField(
          "reason-missing",
          new Problem.Field("reason", "理由", "不能为空，不超过 " + LONGEST_REASON + " 个字符"),
          "请写明为何保留，例如：行政复议，案号……。");
    }
    if (!store.hold(file.receiptNo(), by, reason.strip(), time.instant())) {
      throw Problem.conflict("held-or-cleared", "该办件已经保留，或者保存期满已经清理。");
    }
    tell(Kind.HELD, file, by, reason.strip());
  }

  /**
   * Lets the case go when its time is up.
   *
   * @throws Problem 409 when it is not held
   */
  @Transactional
  public void release(CaseRecord file, String by) {
    if (!store.release(file.receiptNo())) {
      throw Problem.conflict("not-held", "该办件没有保留，不需要解除。");
    }
    tell(Kind.RELEASED, file, by, "解除保留");
  }

  private CaseRecord file(String receiptNo) {
    return files.find(receiptNo).orElseThrow();
  }

  private void tell(Kind kind, CaseRecord file, String by, String reason) {
    events.publishEvent(new CaseRetained(kind, file, by, reason, time.instant()));
  }
}
