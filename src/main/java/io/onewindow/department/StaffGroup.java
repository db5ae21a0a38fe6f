package io.onewindow.department;

/**
 * A group of people in every jurisdiction: the function of a department, or a role of the hall.
 *
 * @param id group id, letters and digits only
 * @param name Chinese name that holds in every jurisdiction
 * @param kind {@code function} or {@code role}
 */
public record StaffGroup(String id, String name, String kind) {

  /** Window clerks, who receive and hand out, and never reject (窗口无权否决). */
  public static final String WINDOW = "window";

  public static final String SUPERVISOR = "supervisor";
  public static final String TRAINER = "trainer";

  /** Who approves extensions; sees the tasks of the approval bureau to do so. */
  public static final String LEADER = "leader";

  /** The same for cases that several departments handle jointly (行政许可法第四十二条). */
  public static final String GOV_LEADER = "govLeader";

  /** Who looks at what was done and changes nothing. */
  public static final String AUDITOR = "auditor";

  /** Who puts new models into service, and nobody else does: not administrators either. */
  public static final String RELEASE = "release";

  public static final String APPROVAL = "approval";

  /** Whether tasks can be offered to the group. */
  boolean worksOnTasks() {
    return !id.equals(AUDITOR) && !id.equals(RELEASE);
  }
}
