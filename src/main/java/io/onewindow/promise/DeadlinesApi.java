package io.onewindow.promise;

import io.onewindow.calendar.CountedDay;
import io.onewindow.calendar.Deadline;
import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.OutsideCalendarException;
import io.onewindow.calendar.Term;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a limit ends that begins at a given time, told day by day. */
@RestController
class DeadlinesApi {

  private static final String UNITS =
      Arrays.stream(LimitUnit.values()).map(Enum::name).collect(Collectors.joining("、"));

  record DeadlineAnswer(
      OffsetDateTime due,
      boolean provisional,
      OffsetDateTime effectiveFrom,
      List<CountedDay> explanation,
      List<String> sources) {}

  private final HallCalendars calendars;
  private final Ledger ledger;

  DeadlinesApi(HallCalendars calendars, Ledger ledger) {
    this.calendars = calendars;
    this.ledger = ledger;
  }

  /**
   * @param from a date, a local date and time in Asia/Shanghai, or one with an offset
   * @param limit promise id; instead of {@code value} and {@code unit}
   */
  @GetMapping("/api/v1/deadlines")
  DeadlineAnswer deadline(
      @RequestParam String jurisdiction,
      @RequestParam String from,
      @RequestParam(required = false) String limit,
      @RequestParam(required = false) String value,
      @RequestParam(required = false) String unit) {
    WorkCalendar calendar = calendars.of(jurisdiction);
    Instant start = instant(from);
    Term term = limit == null ? term(value, unit) : ledger.promise(limit).term();
    try {
      return answer(calendar.deadline(start, term), limit);
    } catch (OutsideCalendarException outside) {
      throw Problem.badRequest("outside-calendar", outside.getMessage());
    }
  }

  private DeadlineAnswer answer(Deadline deadline, String limit) {
    List<String> sources = new ArrayList<>(deadline.sources());
    if (limit != null) {
      Promise promise = ledger.promise(limit);
      sources.add(0, promise.citation());
      sources.add(1, "承诺台账的计法：" + promise.calendar());
    }
    return new DeadlineAnswer(
        local(deadline.due()),
        deadline.provisional(),
        local(deadline.effectiveFrom()),
        deadline.explanation(),
        sources);
  }

  private static OffsetDateTime local(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }

  private static Term term(String value, String unit) {
    if (value == null || unit == null) {
      throw Problem.badRequest("parameter-missing", "请给出 limit（承诺编号），或同时给出 value 和 unit。");
    }
    LimitUnit counted = unit(unit.strip());
    try {
      return new Term(Integer.parseInt(value.strip()), counted);
    } catch (NumberFormatException notNumber) {
      throw Problem.badRequest("value-malformed", "参数 value 应为整数，例如 4。");
    } catch (IllegalArgumentException refused) {
      throw Problem.badRequest("term-refused", refused.getMessage() + "。");
    }
  }

  private static LimitUnit unit(String name) {
    return Arrays.stream(LimitUnit.values())
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.badRequest("unknown-unit", "参数 unit 应为下列之一：" + UNITS + "。"));
  }

  private static Instant instant(String from) {
    String text = from.strip().replace(' ', '+');
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(WorkCalendar.ZONE).toInstant();
      }
      boolean hasOffset = text.endsWith("Z") || text.substring(10).matches(".*[+-]\\d\\d:?\\d\\d");
      return hasOffset
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(WorkCalendar.ZONE).toInstant();
    } catch (DateTimeParseException | StringIndexOutOfBoundsException malformed) {
      throw Problem.badRequest(
          "from-malformed", "参数 from 应为日期时间，例如 2026-09-30T16:00:00+08:00 或 2026-09-30。");
    }
  }
}
