package io.onewindow.promise;

import io.onewindow.calendar.CountFrom;
import io.onewindow.calendar.OfficeHours;
import io.onewindow.calendar.Term;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the clock a hall may set for itself.
 *
 * @param officeHours sessions of a working day by jurisdiction, e.g. {@code
 *     09:00-12:00,13:30-17:30}; {@code default} for those not named
 * @param countFrom by jurisdiction, whether days and months count from the next opening, the
 *     default, or from the day of receipt
 * @param immediateAllowance our own default for how long a person may take over what is promised as
 *     即时 before it counts as late; not a promise
 */
@ConfigurationProperties("onewindow.promise")
record PromiseSettings(
    Map<String, String> officeHours,
    @DefaultValue Map<String, CountFrom> countFrom,
    @DefaultValue("30 OFFICE_MINUTE") String immediateAllowance) {

  OfficeHours officeHours(String jurisdiction) {
    return OfficeHours.parse(officeHours.getOrDefault(jurisdiction, officeHours.get("default")));
  }

  CountFrom countFrom(String jurisdiction) {
    return countFrom.getOrDefault(
        jurisdiction, countFrom.getOrDefault("default", CountFrom.NEXT_OPENING));
  }

  Term allowance() {
    return Term.parse(immediateAllowance);
  }
}
