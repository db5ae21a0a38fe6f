package io.onewindow.promise;

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
 * @param immediateAllowance our own default for how long a person may take over what is promised as
 *     即时 before it counts as late; not a promise
 */
@ConfigurationProperties("onewindow.promise")
record PromiseSettings(
    Map<String, String> officeHours, @DefaultValue("30 OFFICE_MINUTE") String immediateAllowance) {

  OfficeHours officeHours(String jurisdiction) {
    return OfficeHours.parse(officeHours.getOrDefault(jurisdiction, officeHours.get("default")));
  }

  Term allowance() {
    return Term.parse(immediateAllowance);
  }
}
