package io.onewindow.supervision.figures;

import io.onewindow.supervision.figures.DashboardView.Holding;
import io.onewindow.supervision.figures.DashboardView.Open;
import io.onewindow.supervision.figures.OpenCaseStore.Held;
import io.onewindow.supervision.figures.OpenCaseStore.OpenCase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How open cases stand, counted in every way from one reading of them.
 *
 * @param cases the next that passes its limit first
 */
record Standing(List<OpenCase> cases) {

  private record Holder(String jurisdiction, String department) {}

  private static final Comparator<Holding> MOST_PRESSING =
      Comparator.comparing(Holding::red)
          .thenComparing(Holding::amber)
          .thenComparing(Holding::cases)
          .reversed()
          .thenComparing(Holding::jurisdiction)
          .thenComparing(Holding::department);

  int of(CaseLight light) {
    return light == CaseLight.PROVISIONAL
        ? count(OpenCase::provisional)
        : count(one -> one.light() == light);
  }

  Open byLight() {
    return new Open(
        cases.size(),
        of(CaseLight.GREEN),
        of(CaseLight.AMBER),
        of(CaseLight.RED),
        of(CaseLight.PAUSED),
        of(CaseLight.UNTIMED),
        of(CaseLight.PROVISIONAL));
  }

  List<OpenCase> dueToday() {
    return cases.stream().filter(OpenCase::dueToday).toList();
  }

  /**
   * The departments that hold these cases, the most pressing first.
   *
   * @param held may name other cases besides
   */
  List<Holding> byDepartment(List<Held> held, FigureNames names) {
    Map<String, OpenCase> byNumber = new HashMap<>();
    cases.forEach(one -> byNumber.put(one.receiptNo(), one));
    Map<Holder, Holding> holdings = new HashMap<>();
    for (Held one : held) {
      OpenCase open = byNumber.get(one.receiptNo());
      if (open != null) {
        Holder holder = new Holder(open.jurisdiction(), one.department());
        holdings.merge(holder, holding(holder, open, names), Holding::plus);
      }
    }
    return holdings.values().stream().sorted(MOST_PRESSING).toList();
  }

  private static Holding holding(Holder holder, OpenCase open, FigureNames names) {
    return new Holding(
        holder.jurisdiction(),
        names.jurisdiction(holder.jurisdiction()),
        holder.department(),
        names.department(holder.jurisdiction(), holder.department()),
        1,
        open.light() == CaseLight.RED ? 1 : 0,
        open.light() == CaseLight.AMBER ? 1 : 0,
        open.dueToday() ? 1 : 0);
  }

  private int count(Predicate<OpenCase> which) {
    return (int) cases.stream().filter(which).count();
  }
}
