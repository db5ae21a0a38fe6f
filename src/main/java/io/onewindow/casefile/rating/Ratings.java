package io.onewindow.casefile.rating;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.promise.HallCalendars;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an applicant's rating once the result or the refusal was handed out. A case is rated once
 * and a rating stands: that is our own default, the documents say nothing of changing one. A bad
 * rating starts {@code rating-follow-up}.
 */
@Component("ratings")
public class Ratings {

  private static final String PROCESS = "rating-follow-up";
  private static final int LONGEST_REMARK = 500;

  private final RatingStore ratings;
  private final HallCalendars calendars;
  private final RatingSettings settings;
  private final ServiceNames services;
  private final RuntimeService runtime;
  private final Callers callers;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher happenings;
  private final Clock time;

  Ratings(
      RatingStore ratings,
      HallCalendars calendars,
      RatingSettings settings,
      ServiceNames services,
      RuntimeService runtime,
      Callers callers,
      TransactionTemplate transaction,
      ApplicationEventPublisher happenings,
      Clock time) {
    this.ratings = ratings;
    this.calendars = calendars;
    this.settings = settings;
    this.services = services;
    this.runtime = runtime;
    this.callers = callers;
    this.transaction = transaction;
    this.happenings = happenings;
    this.time = time;
  }

  /** The rating of a case, if there is one. */
  public Optional<Rating> find(String receiptNo) {
    return ratings.find(receiptNo);
  }

  /** Until when the case can be rated: the end of that day; null before handing out. */
  public Instant until(CaseRecord file) {
    if (file.closedAt() == null) {
      return null;
    }
    Instant due =
        calendars.of(file.jurisdiction()).deadline(file.closedAt(), settings.term()).due();
    return due.atZone(WorkCalendar.ZONE)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(WorkCalendar.ZONE)
        .toInstant();
  }

  /** Whether the case can be rated now. */
  public boolean isOpen(CaseRecord file) {
    Instant until = until(file);
    return until != null && time.instant().isBefore(until) && find(file.receiptNo()).isEmpty();
  }

  /**
   * @param grade 5 for 非常满意 to 1 for 非常不满意
   * @param remark null or blank for none
   * @throws Problem 400 for a grade or remark that cannot be, 409 before handing out, after the
   *     time for it, or for a second rating
   */
  public void rate(CaseRecord file, Integer grade, String remark) {
    Rating rating =
        new Rating(
            file.receiptNo(),
            Grade.of(grade == null ? 0 : grade).orElseThrow(Ratings::noGrade),
            checked(remark),
            time.instant().truncatedTo(ChronoUnit.MILLIS),
            null,
            null);
    refuseUntimely(file);
    try {
      transaction.executeWithoutResult(status -> record(file, rating));
    } catch (DuplicateKeyException ratedBefore) {
      throw Problem.conflict("rated-already", "本办件已经评价过，一个办件评价一次。");
    }
  }

  private void record(CaseRecord file, Rating rating) {
    ratings.add(rating);
    happenings.publishEvent(new CaseRated(file, rating));
    if (rating.grade().isBad()) {
      callers.asSystem(
          () ->
              runtime
                  .createProcessInstanceByKey(PROCESS)
                  .processDefinitionWithoutTenantId()
                  .businessKey(file.receiptNo())
                  .setVariables(facts(file, rating))
                  .execute());
    }
  }

  private Map<String, Object> facts(CaseRecord file, Rating rating) {
    return Map.of(
        CaseFile.RECEIPT_NO,
        file.receiptNo(),
        CaseFile.JURISDICTION,
        file.jurisdiction(),
        "ratedAt",
        Date.from(rating.ratedAt()),
        "ratingName",
        rating.grade().label(),
        "ratingRemark",
        rating.remark() == null ? "（未填写）" : rating.remark(),
        "ratedSubject",
        file.subject(),
        "ratedService",
        services.of(file.service()));
  }

  /** The answer to a bad rating is ready: the applicant will read it on the progress page. */
  public void answered(DelegateTask task) {
    ratings.answered(
        task.getExecution().getProcessBusinessKey(),
        (String) task.getVariable("ratingFinding"),
        (String) task.getVariable("ratingAnswer"),
        callers.current().map(Caller::id).orElse(null),
        time.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private void refuseUntimely(CaseRecord file) {
    Instant until = until(file);
    if (until == null) {
      throw Problem.conflict("not-yet", "结果送交您之后才能评价。");
    }
    if (!time.instant().isBefore(until)) {
      throw Problem.conflict("rating-over", "评价时间已过（送交后 " + settings.term().chinese() + "内）。");
    }
  }

  private static String checked(String remark) {
    if (remark == null || remark.isBlank()) {
      return null;
    }
    boolean unusable =
        remark.length() > LONGEST_REMARK
            || remark
                .codePoints()
                .anyMatch(
                    c ->
                        Character.getType(c) == Character.SURROGATE
                            || Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0);
    if (unusable) {
      throw Problem.badFields(
          List.of(new Problem.Field("remark", "意见", "不能超过 " + LONGEST_REMARK + " 个字符，也不能含有控制字符")));
    }
    return remark.strip();
  }

  private static Problem noGrade() {
    return Problem.badFields(List.of(new Problem.Field("grade", "评价等级", "应为 1 至 5，5 为非常满意")));
  }
}
