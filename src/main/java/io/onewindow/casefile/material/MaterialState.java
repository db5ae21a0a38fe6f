package io.onewindow.casefile.material;

/** How a material was shown. */
public enum MaterialState {
  MISSING("待提交"),
  SUBMITTED("已提交"),
  SHARED("已共享"),
  COMMITTED("已承诺"),
  DEFERRED("容缺");

  private final String label;

  MaterialState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
