package io.onewindow.calendar;

import static io.onewindow.calendar.Beijing.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZoneIndependenceTest {

  private final TimeZone zone = TimeZone.getDefault();
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(zone);
    Locale.setDefault(locale);
  }

  @Test
  void countsTheSameWhateverTheMachineSays() {
    List<List<Deadline>> answers = new ArrayList<>();
    for (String id : List.of("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")) {
      TimeZone.setDefault(TimeZone.getTimeZone(id));
      Locale.setDefault(
          id.startsWith("A") ? Locale.ROOT : Locale.forLanguageTag("ar-EG-u-nu-arab"));
      answers.add(deadlines());
    }
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    assertThat(answers.get(2)).isEqualTo(answers.get(0));
  }

  private static List<Deadline> deadlines() {
    WorkCalendar calendar = new WorkCalendar(PublicHolidays.national(), OfficeHours.standard());
    List<Deadline> deadlines = new ArrayList<>();
    for (String from : List.of("2026-09-30 16:00", "2026-10-01 00:30", "2026-12-31 23:30")) {
      for (String term :
          List.of(
              "3 WORKING_DAY", "7 CALENDAR_DAY", "2 MONTH", "4 OFFICE_HOUR", "930 FIXED_DATE")) {
        Deadline deadline = calendar.deadline(at(from), Term.parse(term));
        deadline.explanation().size();
        deadlines.add(deadline);
      }
    }
    return deadlines;
  }
}
