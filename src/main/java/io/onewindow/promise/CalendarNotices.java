package io.onewindow.promise;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes up calendar notices at run time. A notice is checked as a whole and then stored in one
 * transaction of its own, so it is loaded entirely or not at all.
 */
@Service
public class CalendarNotices {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarNotices.class);

  private final CalendarPlanner planner;
  private final CalendarStore store;
  private final HallCalendars calendars;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  CalendarNotices(
      CalendarPlanner planner,
      CalendarStore store,
      HallCalendars calendars,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events) {
    this.planner = planner;
    this.store = store;
    this.calendars = calendars;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.events = events;
  }

  /**
   * What {@link #load} would change; changes nothing.
   *
   * @throws io.onewindow.problem.Problem 400 or 409 in Chinese when it is refused
   * @throws io.onewindow.calendar.CalendarFileException naming the line that is wrong
   */
  public CalendarOutcome preview(CalendarUpload upload, String who) {
    return planner.plan(upload, who, calendars.now()).outcome();
  }

  /**
   * Stores the notice with who loaded it and when, and announces {@link CalendarChanged} once that
   * is committed.
   *
   * @param who user id, or 命令行 and the name of the account
   * @throws io.onewindow.problem.Problem 400 or 409 in Chinese when it is refused
   * @throws io.onewindow.calendar.CalendarFileException naming the line that is wrong
   */
  public CalendarOutcome load(CalendarUpload upload, String who) {
    CalendarOutcome outcome = transaction.execute(status -> store(upload, who));
    LOG.info("{} loaded by {}, {} changes", outcome.citation(), who, outcome.changes().size());
    return announced(outcome);
  }

  /** The lock comes first: two administrators cannot both find the same year unpublished. */
  private CalendarOutcome store(CalendarUpload upload, String who) {
    long version = store.lockedVersion();
    CalendarSet now = calendars.with(version, store.inForce());
    CalendarPlan plan = planner.plan(upload, who, now);
    store.add(plan.notice(), version + 1, plan.superseded());
    events.publishEvent(CountingChanged.loaded(plan.notice(), plan.outcome()));
    return plan.outcome();
  }

  /**
   * The notice is in force whatever its listeners make of it; who loaded it is told if they fail.
   */
  CalendarOutcome announced(CalendarOutcome outcome) {
    CalendarChanged changed = new CalendarChanged(outcome.jurisdictions());
    try {
      events.publishEvent(changed);
      return outcome;
    } catch (RuntimeException failed) {
      LOG.error("calendar loaded, but running cases were not all re-dated: {}", changed, failed);
      return outcome.withRemark("日历已生效，但在办件的时限没有全部重算，请运维人员查看日志");
    }
  }
}
