package io.onewindow.sandbox;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.material.Material;
import java.time.Instant;
import java.util.List;

/**
 * What the records say about one case of a drill.
 *
 * @param file the case as it stands
 * @param limits of the trainee's own steps and of the whole case
 * @param register the case's materials
 * @param reading what the one-time notice asked for
 */
record CaseEvidence(
    DrillCase theCase,
    CaseRecord file,
    List<Limit> limits,
    List<Material> register,
    NoticeReading reading) {

  /**
   * A limit and whether it was kept.
   *
   * @param name of the step, in Chinese
   * @param stoppedAt null while it runs
   * @param missed whether it ended, or runs, beyond its due instant
   * @param clause whose promise or law it is
   */
  record Limit(String name, Instant dueAt, Instant stoppedAt, boolean isMissed, String clause) {

    /** Whether it can be judged already. */
    boolean isOver() {
      return isMissed || stoppedAt != null;
    }
  }

  String receiptNo() {
    return file.receiptNo();
  }
}
