package io.onewindow.audit;

import java.util.List;

/**
 * What the chain says.
 *
 * @param seals how many seals hold, from the first on
 * @param last the last seal, to be kept somewhere else; null when the chain is broken or empty
 * @param badSeal number of the first seal that does not hold; 0 when all do
 * @param table record of the first bad row; null when there is none
 * @param rowId the first bad row; null when there is none
 * @param fault what is wrong with it; null when nothing is
 * @param waiting rows without a seal that are too young to have one
 * @param overdue rows without a seal that should have one; empty when there are none, or when the
 *     chain itself does not hold
 */
public record Verdict(
    long seals,
    String last,
    long badSeal,
    String table,
    String rowId,
    Fault fault,
    long waiting,
    List<Overdue> overdue) {

  /**
   * Rows of one record that should have been sealed.
   *
   * @param firstRowId the earliest of them in the order of entry
   */
  public record Overdue(String table, long rows, String firstRowId) {}

  /** What can be wrong. */
  public enum Fault {
    ROW_CHANGED("内容或封条在封存之后被改动"),
    ROW_REMOVED("封存之后被删除"),
    SEAL_REMOVED("链条在此缺失封条"),
    END_REMOVED("链条中没有所给的封条，末尾可能被截去");

    private final String label;

    Fault(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  static Verdict whole(long seals, String last, long waiting, List<Overdue> overdue) {
    return new Verdict(seals, last, 0, null, null, null, waiting, overdue);
  }

  static Verdict broken(long badSeal, String table, String rowId, Fault fault) {
    return new Verdict(badSeal - 1, null, badSeal, table, rowId, fault, 0, List.of());
  }

  /** Whether every seal holds and no row is without one that should have it. */
  public boolean holds() {
    return fault == null && overdue.isEmpty();
  }
}
