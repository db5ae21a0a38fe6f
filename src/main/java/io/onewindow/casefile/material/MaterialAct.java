package io.onewindow.casefile.material;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person can do with a material beside uploading, as the faces name it. */
enum MaterialAct {
  SUBMISSION((deed, on, order) -> deed.submitPaper(on.receiptNo(), on.materialId(), order.note())),
  COMMITMENT(
      (deed, on, order) ->
          deed.commit(on.receiptNo(), on.materialId(), order.statement(), order.signedBy())),
  DEFERRAL((deed, on, order) -> deed.defer(on.receiptNo(), on.materialId(), order.reason())),
  SHARING((deed, on, order) -> deed.share(on.receiptNo(), on.materialId(), order.found())),
  FULFILMENT((deed, on, order) -> deed.fulfil(on.receiptNo(), on.materialId(), order.note())),
  REVERSAL((deed, on, order) -> deed.revert(on.receiptNo(), on.materialId()));

  private interface Deed {
    void perform(Materials materials, Material on, MaterialOrder order);
  }

  private final Deed deed;

  MaterialAct(Deed deed) {
    this.deed = deed;
  }

  /**
   * @throws Problem 404 when there is no such act
   */
  static MaterialAct named(String name) {
    return Arrays.stream(values())
        .filter(act -> act.word().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("not-found", "没有这种办理方式。"));
  }

  void perform(Materials materials, Material on, MaterialOrder order) {
    deed.perform(materials, on, order);
  }

  /** The acts that are open as case and material stand; the register itself decides anew. */
  static List<String> open(CaseRecord file, Material material) {
    return Arrays.stream(values())
        .filter(act -> act.isOpen(file, material))
        .map(MaterialAct::word)
        .toList();
  }

  private boolean isOpen(CaseRecord file, Material material) {
    boolean running = !MaterialRules.isEnded(file);
    boolean missing = running && material.state() == MaterialState.MISSING;
    return switch (this) {
      case SUBMISSION -> missing && material.requirement() != Requirement.SHARED;
      case COMMITMENT -> missing && material.requirement() == Requirement.COMMITMENT;
      case DEFERRAL -> missing && material.requirement() == Requirement.DEFERRABLE;
      case SHARING -> missing && material.requirement() == Requirement.SHARED;
      case FULFILMENT -> material.isOutstanding();
      case REVERSAL ->
          running && file.acceptedAt() == null && material.state() != MaterialState.MISSING;
    };
  }

  /** Whether files are taken for the material now; what is shared is not asked for. */
  static boolean isUploadOpen(CaseRecord file, Material material) {
    return material.isOutstanding()
        || !MaterialRules.isEnded(file) && material.requirement() != Requirement.SHARED;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
