package io.onewindow.sandbox;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseHappened;
import io.onewindow.demo.Agenda;
import io.onewindow.demo.Deeds;
import io.onewindow.demo.Draw;
import io.onewindow.demo.Invention;
import io.onewindow.demo.Scripts;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.promise.HallCalendars;
import io.onewindow.sandbox.Exercise.Applicant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The scripted applicants. They apply by themselves, make the mistakes that were planted, and
 * answer a notice by supplying what it names and nothing else.
 */
@Component
@Profile("sandbox")
class Applicants {

  private static final double AFTER_A_MISTAKE = 0.2;
  private static final int SECONDS_PER_HOUR = 3600;

  private final RuntimeService runtime;
  private final Callers callers;
  private final Deeds deeds;
  private final Scripts scripts;
  private final Submissions submissions;
  private final Complaints complaints;
  private final HallCalendars calendars;
  private final SandboxSettings settings;
  private final Clock time;

  Applicants(
      RuntimeService runtime,
      Callers callers,
      Deeds deeds,
      Scripts scripts,
      Submissions submissions,
      Complaints complaints,
      HallCalendars calendars,
      SandboxSettings settings,
      Clock time) {
    this.runtime = runtime;
    this.callers = callers;
    this.deeds = deeds;
    this.scripts = scripts;
    this.submissions = submissions;
    this.complaints = complaints;
    this.calendars = calendars;
    this.settings = settings;
    this.time = time;
  }

  /** Enters when everybody of the exercise comes. */
  void invite(Drill drill, int round, Agenda agenda) {
    Draw draw = new Draw(settings.seed() + drill.exercise().id().hashCode() + round);
    long number = 1;
    for (Applicant one : drill.exercise().applicants()) {
      Invention invention = scripts.invention(draw, number, drill.place());
      agenda.add(
          later(drill, time.instant(), one.comes()), () -> comes(drill, one, invention, agenda));
      number++;
    }
  }

  private void comes(Drill drill, Applicant one, Invention invention, Agenda agenda) {
    if (drill.ended() != null) {
      return;
    }
    if (one.mistaken() == null) {
      applies(drill, one, invention, agenda);
      return;
    }
    try {
      applies(drill, one, invention, agenda, one.mistaken());
    } catch (ProcessEngineException | Problem refused) {
      Problem problem = Problem.in(refused);
      String why = problem == null ? refused.getMessage() : problem.getMessage();
      drill.hear(time.instant(), null, name(invention), "申请表没有填对，系统当场提示：" + why);
      agenda.add(
          later(drill, time.instant(), AFTER_A_MISTAKE),
          () -> applies(drill, one, invention, agenda));
    }
  }

  private void applies(Drill drill, Applicant one, Invention invention, Agenda agenda) {
    applies(drill, one, invention, agenda, Map.of());
  }

  private void applies(
      Drill drill, Applicant one, Invention invention, Agenda agenda, Map<String, Object> wrong) {
    Map<String, Object> form =
        new HashMap<>(scripts.usualStart(drill.exercise().service(), drill.place().id()));
    form.putAll(drill.exercise().form());
    form.putAll(one.form());
    form.putAll(wrong);
    Map<String, Object> filled =
        new HashMap<>(invention.filled(form, LocalDate.now(time), "start"));
    filled.put(CaseFile.JURISDICTION, drill.place().id());
    String receiptNo = start(drill.exercise().service(), filled);
    DrillCase theCase = new DrillCase(one, invention, receiptNo);
    drill.add(theCase);
    submissions.first(drill, theCase);
    if (one.says() != null) {
      drill.hear(time.instant(), receiptNo, name(invention), one.says());
    }
    if (one.withdraws() != null) {
      agenda.add(
          later(drill, time.instant(), one.withdraws().after()),
          () -> complaints.withdraws(drill, theCase, name(invention)));
    }
  }

  private String start(String service, Map<String, Object> form) {
    return callers.asSystem(
        () ->
            runtime
                .createProcessInstanceByKey(service)
                .processDefinitionWithoutTenantId()
                .setVariables(form)
                .execute()
                .getBusinessKey());
  }

  /** What happened to a case of the drill makes its applicant act. */
  void hear(CaseHappened event, Drills.Found found, Agenda agenda) {
    Drill drill = found.drill();
    DrillCase theCase = found.theCase();
    if (event.kind() == CaseHappened.Kind.NOTIFIED) {
      String items = event.details().get(CaseHappened.ITEMS);
      agenda.add(
          later(drill, event.at(), theCase.applicant().answers()),
          () -> answers(drill, theCase, items));
    } else if (event.kind() == CaseHappened.Kind.HANDED_OUT && theCase.applicant().complains()) {
      agenda.add(
          later(drill, event.at(), AFTER_A_MISTAKE),
          () -> complaints.rates(drill, theCase, name(theCase.invention())));
    }
  }

  private void answers(Drill drill, DrillCase theCase, String items) {
    NoticeReading reading = submissions.answer(drill, theCase, items);
    theCase.answer();
    deeds.supplement(
        theCase.receiptNo(), reading.told().isEmpty() ? "告知书要求的内容，我第一次都已经提交" : "已按一次性告知书逐项补正");
    complaints.aboutNotice(drill, theCase, reading, name(theCase.invention()));
  }

  private String name(Invention invention) {
    return (String)
        invention.filled(Map.of("name", "{person}"), LocalDate.now(time), "name").get("name");
  }

  private Instant later(Drill drill, Instant from, double hours) {
    var calendar = calendars.of(drill.place().id());
    return calendar.plusOfficeTime(
        calendar.nextOpening(from), Duration.ofSeconds((long) (hours * SECONDS_PER_HOUR)));
  }
}
