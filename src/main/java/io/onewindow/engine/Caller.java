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

  /** Groups whose work is not with cases. */
  private static final Set<String> NOT_WITH_CASES = Set.of("trainer", "release");

  /**
   * Whether the person may see that jurisdiction's cases. Administrators see all; trainers and who
   * releases models see none.
   */
  public boolean worksFor(String jurisdiction) {
    return jurisdictions.contains(jurisdiction) && !NOT_WITH_CASES.containsAll(groups)
        || isAdministrator();
  }

  /** Whether the person is of that jurisdiction, whatever the work; shows no case. */
  public boolean isOf(String jurisdiction) {
    return jurisdictions.contains(jurisdiction) || isAdministrator();
  }

  /** Whether the person may change what holds for everybody. */
  public boolean isAdministrator() {
    return groups.contains("camunda-admin");
  }
}
