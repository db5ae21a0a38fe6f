package io.onewindow.supervision;

import java.util.Comparator;

/**
 * Somebody or something a case spends its time on.
 *
 * @param name as printed on screens
 */
public record Party(Kind kind, String name) implements Comparable<Party> {

  /** What kind of party. */
  public enum Kind {
    DEPARTMENT("部门办理"),
    WINDOW("窗口"),
    APPLICANT("申请人"),
    SPECIAL_PROCEDURE("特别程序（停表）"),
    SYSTEM("系统"),
    OFF_HOURS("非办公时间");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private static final Comparator<Party> BY_NAME =
      Comparator.comparing(Party::name).thenComparing(Party::kind);

  /** A party there is only one of, named as its kind. */
  public static Party the(Kind kind) {
    return new Party(kind, kind.label());
  }

  @Override
  public int compareTo(Party other) {
    return BY_NAME.compare(this, other);
  }
}
