package io.onewindow.supervision.fact;

import io.onewindow.calendar.OutsideCalendarException;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.LimitTrials;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts cases from their raw history and stores what changed. */
@Component
class Counting {

  private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

  private final RawHistory history;
  private final Models models;
  private final HallCalendars calendars;
  private final LimitTrials trials;
  private final Departments departments;
  private final FactStore facts;

  Counting(
      RawHistory history,
      Models models,
      HallCalendars calendars,
      LimitTrials trials,
      Departments departments,
      FactStore facts) {
    this.trials = trials;
    this.departments = departments;
    this.history = history;
    this.models = models;
    this.calendars = calendars;
    this.facts = facts;
  }

  /**
   * Cases whose history is no longer kept stay as they were counted.
   *
   * @return what is otherwise than before
   */
  FactStore.Changes count(Collection<String> receiptNos) {
    Map<String, WorkCalendar> halls = new HashMap<>();
    LimitTrials.Batch trial = trials.batch();
    List<String> counted = new ArrayList<>();
    List<CaseFact> cases = new ArrayList<>();
    List<StepFact> steps = new ArrayList<>();
    for (RawCase raw : history.of(receiptNos)) {
      WorkCalendar calendar = halls.computeIfAbsent(raw.file().jurisdiction(), calendars::of);
      try {
        CaseFacts one = new CaseFacts(raw, means(calendar, trial));
        List<CaseFact> ofCase = one.cases();
        List<StepFact> ofSteps = one.steps();
        cases.addAll(ofCase);
        steps.addAll(ofSteps);
        counted.add(raw.file().receiptNo());
      } catch (OutsideCalendarException uncovered) {
        LOG.warn("case {} is not counted: {}", raw.file().receiptNo(), uncovered.getMessage());
      }
    }
    return counted.isEmpty()
        ? new FactStore.Changes(List.of(), List.of(), List.of(), List.of())
        : facts.replace(counted, cases, steps);
  }

  private CaseFacts.Means means(WorkCalendar calendar, LimitTrials.Batch trial) {
    return new CaseFacts.Means(
        models::of,
        new Stretches(calendar),
        new TimeShares(calendar, departments),
        trial,
        departments.jurisdictions().stream().map(Jurisdiction::id).toList());
  }
}
