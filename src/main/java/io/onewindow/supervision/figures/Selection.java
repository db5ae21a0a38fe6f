package io.onewindow.supervision.figures;

import io.onewindow.supervision.fact.SumFilter;
import java.util.List;

/**
 * What a question is about, checked.
 *
 * @param jurisdictions those asked for, or all that the caller may see; never empty
 * @param service null for all
 * @param version null for all
 * @param department null for all
 */
record Selection(
    List<String> jurisdictions, String service, Integer version, String department, Period period) {

  /** The one jurisdiction, whose plan names the departments; null when there are several. */
  String onlyJurisdiction() {
    return jurisdictions.size() == 1 ? jurisdictions.get(0) : null;
  }

  Selection within(Period other) {
    return new Selection(jurisdictions, service, version, department, other);
  }

  /** Cases and the services they call; a department has none of its own. */
  SumFilter cases() {
    return new SumFilter(
        service == null ? List.of("C") : List.of("C", "V"),
        period.from(),
        period.to(),
        jurisdictions,
        null,
        service,
        version,
        null,
        null);
  }

  /** Promises of cases, those of the services they call included. */
  SumFilter promisesOfCases() {
    return cases().of(List.of("C", "V"));
  }

  SumFilter steps() {
    return new SumFilter(
        List.of("S"),
        period.from(),
        period.to(),
        jurisdictions,
        service,
        version == null ? null : service,
        version,
        null,
        department);
  }
}
