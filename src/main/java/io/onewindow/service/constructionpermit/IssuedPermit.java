package io.onewindow.service.constructionpermit;

/**
 * A permit this system has issued.
 *
 * @param projectCode of the project
 * @param part what of it, see {@link Works#part()}
 * @param number of the permit
 * @param issuedOn day of issue, like 2026-09-15
 */
record IssuedPermit(String projectCode, String part, String number, String issuedOn) {

  boolean coversFoundationsOnly() {
    return part.equals("foundation");
  }

  /** Whether it covers a stage that the builder named. */
  boolean coversStageOfBuilder() {
    return part.startsWith("own:");
  }
}
