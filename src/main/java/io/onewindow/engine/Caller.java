package io.onewindow.engine;

import java.util.Set;

/**
 * The signed-in person behind the current request.
 *
 * @param id user id
 * @param groups groups the person belongs to
 * @param jurisdictions jurisdictions the person works for
 */
public record Caller(String id, Set<String> groups, Set<String> jurisdictions) {

  /** Whether the person may see that jurisdiction's cases. Administrators see all. */
  public boolean worksFor(String jurisdiction) {
    return jurisdictions.contains(jurisdiction) || isAdministrator();
  }

  /** Whether the person may change what holds for everybody. */
  public boolean isAdministrator() {
    return groups.contains("camunda-admin");
  }
}
