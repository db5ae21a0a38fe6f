package io.onewindow.casefile.material;

/** How a material may be shown, by the list of its service. */
public enum Requirement {
  /** The applicant hands it in. */
  REQUIRED("必交"),
  /** The government has it: the applicant must not be asked for it. */
  SHARED("政府部门共享，不得要求提交"),
  /** A commitment of the applicant takes its place until it comes in (告知承诺). */
  COMMITMENT("可告知承诺替代"),
  /** It may come in later (容缺). */
  DEFERRABLE("可容缺后补");

  private final String label;

  Requirement(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
