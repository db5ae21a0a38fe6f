package io.onewindow.promise;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What loading a notice changes, or would change.
 *
 * @param kind e.g. 全国放假安排
 * @param year the national year, null for a local notice
 * @param citation number and title
 * @param jurisdictions ids of those whose calendars change
 * @param replaces citations of the notices it takes the place of
 * @param changes day by day; empty when it only confirms what was estimated
 * @param remarks what the reader should look at again, in Chinese
 */
public record CalendarOutcome(
    String kind,
    Integer year,
    String citation,
    Set<String> jurisdictions,
    List<String> replaces,
    List<CalendarChange> changes,
    List<String> remarks) {

  CalendarOutcome withRemark(String remark) {
    return new CalendarOutcome(
        kind,
        year,
        citation,
        jurisdictions,
        replaces,
        changes,
        Stream.concat(remarks.stream(), Stream.of(remark)).toList());
  }
}
