package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back notices of one hall: what they arrange from a day on no longer holds, what they
 * arranged before stays. A national year cannot be taken back, only replaced.
 */
@Service
public class CalendarWithdrawals {

  /**
   * A withdrawal as somebody asks for it; nothing of it is checked yet.
   *
   * @param noticeId as the list of notices gives it
   * @param effectiveFrom the first day on which the notice no longer holds, in Asia/Shanghai; today
   *     if null
   */
  public record Asked(
      String jurisdiction, String noticeId, LocalDate effectiveFrom, String reason) {}

  private record Plan(CalendarNotice notice, CalendarOutcome outcome) {}

  private static final Logger LOG = LoggerFactory.getLogger(CalendarWithdrawals.class);
  private static final int LONGEST_REASON = 500;

  private final CalendarStore store;
  private final HallCalendars calendars;
  private final CalendarNotices notices;
  private final Departments departments;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CalendarWithdrawals(
      CalendarStore store,
      HallCalendars calendars,
      CalendarNotices notices,
      Departments departments,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.calendars = calendars;
    this.notices = notices;
    this.departments = departments;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * What {@link #withdraw} would change; changes nothing.
   *
   * @throws Problem 400 without reason, 404 when the hall has no such notice, 409 when it was
   *     withdrawn before or arranges nothing from that day on
   */
  public CalendarOutcome preview(Asked asked, String who) {
    return plan(asked, who, calendars.now()).outcome();
  }

  /**
   * Notes the withdrawal with who, when and why, and announces {@link CalendarChanged} once that is
   * committed.
   *
   * @param who user id
   * @throws Problem as {@link #preview}
   */
  public CalendarOutcome withdraw(Asked asked, String who) {
    CalendarOutcome outcome = transaction.execute(status -> store(asked, who));
    LOG.info("{} withdrawn by {}, {} changes", outcome.citation(), who, outcome.changes().size());
    return notices.announced(outcome);
  }

  private CalendarOutcome store(Asked asked, String who) {
    long version = store.lockedVersion();
    Plan plan = plan(asked, who, calendars.with(version, store.inForce()));
    store.withdraw(plan.notice().id(), plan.notice().withdrawal(), version + 1);
    events.publishEvent(CountingChanged.withdrawn(plan.notice()));
    return plan.outcome();
  }

  private Plan plan(Asked asked, String who, CalendarSet now) {
    String place = departments.jurisdiction(asked.jurisdiction()).id();
    CalendarNotice notice = find(asked.noticeId(), place, now);
    CalendarNotice left =
        notice.withdrawn(
            new CalendarNotice.Withdrawal(
                asked.effectiveFrom() == null ? today() : asked.effectiveFrom(),
                reason(asked),
                who,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    if (isOver(notice, left)) {
      throw Problem.conflict(
          "nothing-to-withdraw",
          notice.about().citation()
              + "自 "
              + left.withdrawal().effectiveFrom()
              + " 起没有安排任何一天，无可撤回。");
    }
    List<CalendarNotice> rest = new ArrayList<>(now.notices());
    rest.set(rest.indexOf(notice), left);
    return new Plan(left, outcome(notice, now, calendars.with(now.version(), rest), place));
  }

  private CalendarNotice find(String id, String place, CalendarSet now) {
    CalendarNotice notice =
        now.notices().stream()
            .filter(one -> one.id().equals(id) && place.equals(one.about().jurisdiction()))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("unknown-notice", "本辖区没有这份生效的通知，请刷新页面后核对。"));
    if (notice.withdrawal() != null) {
      throw Problem.conflict(
          "withdrawn-already",
          notice.about().citation()
              + "已自 "
              + notice.withdrawal().effectiveFrom()
              + " 起撤回，不能再次撤回。需要更正的，请以“替换”方式重新载入。");
    }
    return notice;
  }

  private static String reason(Asked asked) {
    String reason = asked.reason() == null ? "" : asked.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw Problem.badFields(
          List.of(new Problem.Field("reason", "撤回理由", "为必填项，不超过 " + LONGEST_REASON + " 个字符")));
    }
    return reason;
  }

  /** Whether the notice arranges nothing any more by then; office hours never end by themselves. */
  private static boolean isOver(CalendarNotice notice, CalendarNotice left) {
    return notice.content().seasons().isEmpty()
        && left.content().localDays().size() == notice.content().localDays().size();
  }

  private static CalendarOutcome outcome(
      CalendarNotice notice, CalendarSet now, CalendarSet then, String place) {
    List<CalendarChange> changes =
        notice.content().seasons().isEmpty()
            ? CalendarChanges.ofDays(
                now.hall(place).calendar(),
                then.hall(place).calendar(),
                notice.content().localDays().stream().map(day -> day.date()))
            : CalendarChanges.ofHours(now.hall(place).hours(), then.hall(place).hours());
    return CalendarPlan.of(notice, List.of(), List.of(), changes, Set.of(place)).outcome();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
  }
}
