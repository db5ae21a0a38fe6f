package io.onewindow.demo;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.promise.HallCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Which cases come in, where and when: in office time, more in the mornings. */
@Component
@Profile("demo")
class Arrivals {

  /**
   * An application as it will come in.
   *
   * @param number of the case within the play, from 1
   */
  record Arrival(long number, String service, Jurisdiction place, Instant at) {}

  private final Departments departments;
  private final HallCalendars calendars;
  private final Scripts scripts;

  Arrivals(Departments departments, HallCalendars calendars, Scripts scripts) {
    this.departments = departments;
    this.calendars = calendars;
    this.scripts = scripts;
  }

  List<Arrival> of(Month month, int cases, Draw draw) {
    List<Jurisdiction> places = List.copyOf(departments.jurisdictions());
    return IntStream.rangeClosed(1, cases)
        .mapToObj(
            number -> {
              Jurisdiction place = draw.oneOf(places, number, "jurisdiction");
              return new Arrival(
                  number,
                  service(number, place, draw.share(number, "service")),
                  place,
                  at(month, calendars.of(place.id()), number, draw));
            })
        .toList();
  }

  /** Of each service one to begin with, then as their weights have it. */
  private String service(int number, Jurisdiction place, double share) {
    List<String> services =
        scripts.services().entrySet().stream()
            .filter(one -> one.getValue().isPlayedIn(place.id()))
            .map(Map.Entry::getKey)
            .toList();
    if (number <= services.size()) {
      return services.get(number - 1);
    }
    List<String> hat =
        services.stream()
            .flatMap(one -> Stream.generate(() -> one).limit(scripts.services().get(one).weight()))
            .toList();
    return hat.get((int) (share * hat.size()));
  }

  /** Of two chances, the one earlier in its day. */
  private static Instant at(Month month, WorkCalendar calendar, long number, Draw draw) {
    return Stream.of("one", "other")
        .map(chance -> inOfficeTime(month, calendar, draw.share(number, "arrival", chance)))
        .min(
            (one, other) ->
                one.atZone(WorkCalendar.ZONE)
                    .toLocalTime()
                    .compareTo(other.atZone(WorkCalendar.ZONE).toLocalTime()))
        .orElseThrow();
  }

  private static Instant inOfficeTime(Month month, WorkCalendar calendar, double share) {
    Duration open = calendar.officeTimeBetween(month.from(), month.to());
    long seconds = (long) (open.toSeconds() * share);
    return calendar.plusOfficeTime(
        calendar.nextOpening(month.from()), Duration.ofSeconds(Math.max(1, seconds)));
  }
}
