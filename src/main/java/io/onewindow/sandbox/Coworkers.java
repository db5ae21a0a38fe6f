package io.onewindow.sandbox;

import io.onewindow.demo.Actors;
import io.onewindow.demo.Actors.Actor;
import io.onewindow.demo.Agenda;
import io.onewindow.demo.Deeds;
import io.onewindow.demo.Scripts;
import io.onewindow.demo.Work;
import io.onewindow.promise.HallCalendars;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Everybody but the trainee: they do at once and in order what is theirs, so that only the
 * trainee's own work decides how a case goes.
 */
@Component
@Profile("sandbox")
class Coworkers {

  /** The applicant's to do; it stands in the window's list only because somebody must enter it. */
  private static final String APPLICANTS = "userTask_recordSupplement";

  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final Duration WITHOUT_DATE = Duration.ofMinutes(10);
  private static final int PART_OF_THE_TIME = 20;

  private final Actors actors;
  private final Deeds deeds;
  private final Scripts scripts;
  private final HallCalendars calendars;
  private final Clock time;

  Coworkers(Actors actors, Deeds deeds, Scripts scripts, HallCalendars calendars, Clock time) {
    this.actors = actors;
    this.deeds = deeds;
    this.scripts = scripts;
    this.calendars = calendars;
    this.time = time;
  }

  /** Notes what is the trainee's, and plans the rest. */
  void expect(Work work, Drills.Found found, Agenda agenda) {
    if (work.groups().contains(found.drill().exercise().role())) {
      found.theCase().ownTasks().add(work.task());
    } else if (!work.task().equals(APPLICANTS)) {
      whoDoes(work).ifPresent(person -> agenda.add(doneAt(work), () -> does(person, work, found)));
    }
  }

  private Optional<Actor> whoDoes(Work work) {
    Actors.Ensemble people = actors.ensemble();
    return work.assignee() == null
        ? work.groups().stream()
            .flatMap(group -> people.of(group, work.jurisdiction()).stream())
            .findFirst()
        : Optional.of(people.named(work.assignee()));
  }

  private Instant doneAt(Work work) {
    var calendar = calendars.of(work.jurisdiction());
    Duration takes =
        work.dueAt() == null
            ? WITHOUT_DATE
            : calendar
                .officeTimeBetween(work.createdAt(), work.dueAt())
                .dividedBy(PART_OF_THE_TIME);
    return calendar.plusOfficeTime(
        calendar.nextOpening(work.createdAt()), takes.compareTo(LONGEST) < 0 ? takes : LONGEST);
  }

  private void does(Actor person, Work work, Drills.Found found) {
    if (!deeds.isInListOf(person, work.id())) {
      return;
    }
    Supplier<Map<String, Object>> shown = () -> deeds.shown(person, work.id());
    Optional<Map<String, Object>> form =
        scripts.usualForm(work, found.drill().exercise().service(), shown);
    if (form.isPresent()) {
      if (work.assignee() == null) {
        deeds.claim(person, work.id());
      }
      deeds.complete(
          person,
          work.id(),
          found.theCase().invention().filled(form.get(), LocalDate.now(time), work.task(), shown));
    }
  }
}
