package io.onewindow.desk;

/** Lets the build ask whether a form's condition is one the server can read. */
public final class ConditionShape {

  private ConditionShape() {}

  public static boolean fits(String condition) {
    return Condition.SHAPE.matcher(condition.strip()).matches();
  }
}
