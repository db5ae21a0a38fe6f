package io.onewindow.supervision.eventlog;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.promise.ClockEvent;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.StepClock;
import io.onewindow.supervision.eventlog.Pseudonyms.Kind;
import io.onewindow.supervision.history.PastActivity;
import io.onewindow.supervision.history.PastCase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells a case as events: every element of its models except gateways, and everything that happened
 * to its clocks. What people wrote freely, such as reasons, is left out.
 */
@Component
class CaseEvents {

  /** Elements at which time passes: they have a start and an end, the others one instant. */
  private static final Set<String> LASTING =
      Set.of("userTask", "callActivity", "subProcess", "receiveTask", "manualTask");

  private final Departments departments;
  private final HallCalendars calendars;
  private final Pseudonyms pseudonyms;
  private final Clock time;

  CaseEvents(Departments departments, HallCalendars calendars, Pseudonyms pseudonyms, Clock time) {
    this.departments = departments;
    this.calendars = calendars;
    this.pseudonyms = pseudonyms;
    this.time = time;
  }

  /** In the order they happened. */
  List<LogEvent> of(PastCase one) {
    List<LogEvent> events = new ArrayList<>();
    CaseClocks clocks = new CaseClocks(one);
    WorkTime work = workTime(one);
    for (PastActivity activity : one.activities()) {
      if (!activity.isMultiInstanceBody() && !activity.type().endsWith("Gateway")) {
        add(events, one, activity, clocks.of(activity), work);
      }
    }
    int number = 0;
    for (ClockEvent event : one.clockEvents()) {
      events.add(ofClock(one, event, clocks.by(event.clockId()), number++));
    }
    // stable: an element's end comes before what begins at the same instant after it
    events.sort(Comparator.comparing(LogEvent::at));
    return events;
  }

  /** What is said of the case as a whole. */
  List<Attribute> about(PastCase one) {
    StepClock clock = new CaseClocks(one).ofWholeCase();
    Instant end = one.closedAt();
    WorkTime work = workTime(one);
    List<Attribute> about = new ArrayList<>();
    about.add(Attribute.text("jurisdiction", one.jurisdiction()));
    about.add(Attribute.text("service", one.service()));
    about.add(Attribute.text("channel", one.channel()));
    about.add(Attribute.text("state", one.state()));
    about.add(Attribute.time("receivedAt", one.receivedAt()));
    about.add(Attribute.time("acceptedAt", one.acceptedAt()));
    about.add(Attribute.time("closedAt", end));
    about.add(
        Attribute.minutes("workingMinutes", end == null ? null : work.of(one.receivedAt(), end)));
    about.add(
        Attribute.minutes("netMinutes", end == null ? null : work.net(one.receivedAt(), end)));
    about.addAll(promise(clock));
    about.addAll(outcome(clock, clock == null ? null : clock.stoppedAt()));
    return about;
  }

  private WorkTime workTime(PastCase one) {
    WorkCalendar calendar = calendars.of(one.jurisdiction());
    return new WorkTime(calendar, one.pauses(), time.instant());
  }

  private void add(
      List<LogEvent> events, PastCase one, PastActivity activity, StepClock clock, WorkTime work) {
    boolean lasts = LASTING.contains(activity.type());
    if (lasts) {
      events.add(event(one, activity, "start", activity.from(), clock, promise(clock)));
    }
    Instant end = activity.to();
    if (end == null) {
      return;
    }
    List<Attribute> more = new ArrayList<>(promise(clock));
    if (lasts) {
      more.add(Attribute.minutes("workingMinutes", work.of(activity.from(), end)));
      more.add(Attribute.minutes("netMinutes", work.net(activity.from(), end)));
    }
    more.addAll(outcome(clock, clock == null ? null : end));
    events.add(
        event(one, activity, activity.cancelled() ? "ate_abort" : "complete", end, clock, more));
  }

  private LogEvent event(
      PastCase one,
      PastActivity activity,
      String lifecycle,
      Instant at,
      StepClock clock,
      List<Attribute> more) {
    List<Attribute> said = new ArrayList<>();
    said.add(Attribute.text("kind", activity.type()));
    said.add(Attribute.text("process", activity.process()));
    said.add(Attribute.text("element", activity.element()));
    said.addAll(more);
    String instance = pseudonyms.of(Kind.ACTIVITY, activity.id());
    return new LogEvent(
        instance + "-" + lifecycle,
        activity.name(),
        lifecycle,
        at,
        instance,
        pseudonyms.of(Kind.OFFICER, activity.assignee()),
        department(one, activity.group()),
        clock == null ? null : pseudonyms.of(Kind.CLOCK, clock.id()),
        said);
  }

  private LogEvent ofClock(PastCase one, ClockEvent event, StepClock clock, int number) {
    List<Attribute> said = new ArrayList<>();
    said.add(Attribute.text("kind", "clock"));
    said.add(Attribute.text("element", clock == null ? null : clock.activityId()));
    said.addAll(promise(clock));
    said.add(Attribute.time("oldDue", event.oldDue()));
    said.add(Attribute.time("newDue", event.newDue()));
    String id = pseudonyms.of(Kind.ACTIVITY, one.receiptNo() + "\n" + event.kind() + "\n" + number);
    return new LogEvent(
        id,
        event.kind().label(),
        "complete",
        event.at(),
        id,
        pseudonyms.of(Kind.OFFICER, event.actor()),
        null,
        clock == null ? null : pseudonyms.of(Kind.CLOCK, clock.id()),
        said);
  }

  /** What was promised: on whose word, how much and until when. */
  static List<Attribute> promise(StepClock clock) {
    if (clock == null) {
      return List.of();
    }
    return List.of(
        Attribute.text("step", clock.step()),
        Attribute.text("basis", clock.basis().name()),
        Attribute.text("promiseId", clock.promiseId()),
        Attribute.text("statuteId", clock.statuteId()),
        Attribute.text("limit", clock.value() == null ? null : clock.value() + " " + clock.unit()),
        Attribute.time("due", clock.dueAt()),
        Attribute.truth("provisional", clock.provisional()));
  }

  /**
   * Whether it was kept: ended not after it was due; broken as soon as it is past due; nothing
   * while it may still be either.
   */
  List<Attribute> outcome(StepClock clock, Instant end) {
    if (clock == null) {
      return List.of();
    }
    Boolean onTime = null;
    if (end != null) {
      onTime = !end.isAfter(clock.dueAt());
    } else if (clock.pausedAt() == null && time.instant().isAfter(clock.dueAt())) {
      onTime = false;
    }
    return List.of(
        Attribute.truth("onTime", onTime), Attribute.text("light", clock.light().name()));
  }

  private String department(PastCase one, String group) {
    return group == null ? null : departments.name(one.jurisdiction(), group);
  }
}
