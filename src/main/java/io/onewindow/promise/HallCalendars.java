package io.onewindow.promise;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The working calendar of each jurisdiction's hall: the shipped national calendar and the settings,
 * with the notices loaded at run time on top.
 *
 * <p>The first question of every transaction reads one row, the version of the tables, and builds
 * anew only when it has grown. No time is allowed to pass unseen: a clock that starts just after a
 * notice was loaded on another node would otherwise be counted by the old calendar and, the running
 * cases having been re-dated already, stay so. A calendar once handed out never changes.
 */
@Component
public class HallCalendars {

  private final Departments departments;
  private final PromiseSettings settings;
  private final CalendarStore store;
  private volatile CalendarSet latest;
  private final Map<String, WorkCalendar> replaced = new ConcurrentHashMap<>();

  HallCalendars(Departments departments, PromiseSettings settings, CalendarStore store) {
    this.departments = departments;
    this.settings = settings;
    this.store = store;
  }

  /**
   * @throws io.onewindow.problem.Problem 400 when no such jurisdiction is known
   */
  public WorkCalendar of(String jurisdiction) {
    String id = departments.jurisdiction(jurisdiction).id();
    WorkCalendar instead = replaced.get(id);
    return instead == null ? now().hall(id).calendar() : instead;
  }

  /** All calendars as they are now. */
  CalendarSet now() {
    long version = store.version();
    CalendarSet known = latest;
    if (known == null || known.version() != version) {
      known = with(version, store.inForce());
      latest = known;
    }
    return known;
  }

  /** All calendars as they would be now if neither this year nor a later one were published. */
  CalendarSet before(int year) {
    return now().before(year, settings);
  }

  /** All calendars as they would be with one more notice and without those it supersedes. */
  CalendarSet then(CalendarSet now, List<CalendarNotice> superseded, CalendarNotice notice) {
    List<CalendarNotice> rest = CalendarPlan.rest(now, superseded);
    return with(now.version() + 1, CalendarPlan.and(rest, notice));
  }

  /** All calendars as they would be if exactly these notices were in force. */
  CalendarSet with(long version, List<CalendarNotice> notices) {
    return CalendarSet.of(
        version,
        notices,
        departments.jurisdictions().stream().map(Jurisdiction::id).toList(),
        settings);
  }

  /**
   * From now on this process counts for the hall by another calendar, whatever is loaded; clocks
   * that run keep their instants. Null ends that.
   */
  void replace(String jurisdiction, WorkCalendar calendar) {
    String id = departments.jurisdiction(jurisdiction).id();
    replaced.compute(id, (key, before) -> calendar);
  }
}
