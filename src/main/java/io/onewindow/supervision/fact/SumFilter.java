package io.onewindow.supervision.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Which facts are added up.
 *
 * @param kinds {@code C} cases, {@code V} services that cases call, {@code S} steps of departments,
 *     {@code A} steps that wait for the applicant, {@code P} elements that others are at work
 *     inside
 * @param from first day
 * @param to last day
 * @param jurisdictions never empty
 * @param service only of this service; null for all
 * @param processKey only in models of this key; null for all
 * @param version only in this version of the model; null for all
 * @param activityId only this element; null for all
 * @param department only this group; null for all
 */
public record SumFilter(
    List<String> kinds,
    LocalDate from,
    LocalDate to,
    Collection<String> jurisdictions,
    String service,
    String processKey,
    Integer version,
    String activityId,
    String department) {

  /** The same of other kinds. */
  public SumFilter of(List<String> otherKinds) {
    return new SumFilter(
        otherKinds, from, to, jurisdictions, service, processKey, version, activityId, department);
  }

  /** The same of one element; of all for null. */
  public SumFilter at(String element) {
    return new SumFilter(
        kinds, from, to, jurisdictions, service, processKey, version, element, department);
  }
}
