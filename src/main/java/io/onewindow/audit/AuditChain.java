package io.onewindow.audit;

import io.onewindow.casefile.paper.PaperKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals the records row by row: each seal is a hash, under a key that the database does not know,
 * over the seal before it and the row. Who changes or removes a sealed row, or a seal, or puts a
 * seal of his own among them, breaks the chain at that place. A row that was inserted and has no
 * seal is found when it should have one: it lies further back than latecomers are looked for, or is
 * older than {@link #SOON}.
 *
 * <p>Not found is a row that the owner of the database inserts so that the running system takes it
 * for a new one: it is sealed like any other. And what was removed from the very end leaves no
 * trace in the chain itself: keep the last seal that {@link #verify} tells somewhere else.
 */
@Service
public class AuditChain {

  private static final String PURPOSE = "audit-seal";
  private static final String BEFORE_ALL = "";
  private static final int SOME = 500;

  /** Long after a row is written it has its seal; our own measure, for clocks that differ a bit. */
  static final Duration SOON = Duration.ofMinutes(10);

  private final SealStore store;
  private final PaperKeys keys;

  AuditChain(SealStore store, PaperKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * Seals the next rows; one node at a time does it.
   *
   * @return whether more may follow
   */
  @Transactional
  public boolean sealSome() {
    if (!store.lock()) {
      return false;
    }
    Seal last = store.last().orElse(null);
    long seq = last == null ? 0 : last.seq();
    String hash = last == null ? BEFORE_ALL : last.hash();
    List<Seal> seals = new ArrayList<>();
    boolean more = false;
    for (Source source : Source.values()) {
      List<SealedRow> rows = store.unsealed(source, SOME);
      more |= rows.size() == SOME;
      for (SealedRow row : rows) {
        seq++;
        String link = link(seq, hash, source, row.entryNo(), row.text());
        hash = HexFormat.of().formatHex(keys.sign(PURPOSE, link));
        seals.add(new Seal(seq, source, row.entryNo(), row.id(), hash));
      }
    }
    store.add(seals);
    return more;
  }

  private static String link(long seq, String before, Source source, long entryNo, String text) {
    return String.join(
        "\n", String.valueOf(seq), before, source.table(), String.valueOf(entryNo), text);
  }

  /**
   * Compares every sealed row with its seal and looks for rows that have none.
   *
   * @param expected a seal that was told earlier and must still be in the chain; null for none
   */
  @Transactional(readOnly = true)
  public Verdict verify(String expected) {
    long seq = 0;
    String hash = BEFORE_ALL;
    boolean found = expected == null;
    for (List<Seal> some = store.after(0, SOME); !some.isEmpty(); some = store.after(seq, SOME)) {
      Map<Source, Map<Long, SealedRow>> rows = rows(some);
      for (Seal seal : some) {
        SealedRow row = rows.get(seal.source()).get(seal.entryNo());
        Verdict.Fault fault = fault(seal, seq + 1, hash, row);
        if (fault != null) {
          return Verdict.broken(seq + 1, seal.source().table(), seal.rowId(), fault);
        }
        seq = seal.seq();
        hash = seal.hash();
        found |= hash.equals(expected);
      }
    }
    return found
        ? whole(seq, hash)
        : Verdict.broken(seq + 1, "ow_audit_seal", expected, Verdict.Fault.END_REMOVED);
  }

  private Verdict whole(long seals, String last) {
    List<SealStore.Unsealed> all =
        Arrays.stream(Source.values()).map(source -> store.countUnsealed(source, SOON)).toList();
    List<Verdict.Overdue> overdue =
        all.stream()
            .filter(one -> one.overdue() > 0)
            .map(one -> new Verdict.Overdue(one.source().table(), one.overdue(), one.firstRowId()))
            .toList();
    long waiting = all.stream().mapToLong(one -> one.rows() - one.overdue()).sum();
    return Verdict.whole(seals, last, waiting, overdue);
  }

  private Map<Source, Map<Long, SealedRow>> rows(List<Seal> some) {
    return some.stream()
        .collect(
            Collectors.groupingBy(
                Seal::source, Collectors.mapping(Seal::entryNo, Collectors.toList())))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, one -> store.rows(one.getKey(), one.getValue())));
  }

  private Verdict.Fault fault(Seal seal, long expectedSeq, String before, SealedRow row) {
    if (seal.seq() != expectedSeq) {
      return Verdict.Fault.SEAL_REMOVED;
    }
    if (row == null) {
      return Verdict.Fault.ROW_REMOVED;
    }
    return holds(seal, before, row.text()) || holds(seal, before, row.earlierText())
        ? null
        : Verdict.Fault.ROW_CHANGED;
  }

  private boolean holds(Seal seal, String before, String text) {
    String link = link(seal.seq(), before, seal.source(), seal.entryNo(), text);
    return keys.accepted(PURPOSE, link).stream()
        .map(HexFormat.of()::formatHex)
        .anyMatch(seal.hash()::equals);
  }
}
