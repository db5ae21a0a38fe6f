package io.onewindow.supervision.figures;

import io.onewindow.supervision.fact.Models.Element;
import io.onewindow.supervision.fact.Models.Model;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.figures.HeatView.ElementFigures;
import io.onewindow.supervision.figures.HeatView.Level;
import io.onewindow.supervision.figures.HeatView.LevelView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Figures of each element of a model. */
@Component
class HeatElements {

  /** What became of one element, whatever service and department it belonged to. */
  private static final class Work {

    private final Sum sum = new Sum();
    private final Map<String, Integer> departments = new HashMap<>();
    private final Set<String> services = new TreeSet<>();
    private int open;
    private int late;
    private int beyond;

    private String department() {
      return departments.entrySet().stream()
          .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }

  private static final Comparator<LimitLine> SHORTEST =
      Comparator.comparing(LimitLine::minutes, Comparator.nullsLast(Comparator.naturalOrder()));

  private final LimitLines limits;
  private final FigureNames names;

  HeatElements(LimitLines limits, FigureNames names) {
    this.limits = limits;
    this.names = names;
  }

  /**
   * @param ended by service, element and department
   * @param open the same
   * @param caseWorking working time of the cases in milliseconds
   */
  List<ElementFigures> of(
      Selection selection,
      Model model,
      Map<List<String>, Sum> ended,
      Map<List<String>, OpenWork.Counts> open,
      long caseWorking) {
    Map<String, Work> works = works(ended, open);
    Map<String, Integer> joins = joins(model, works);
    Map<String, List<LimitLine>> known = new HashMap<>();
    return model.elements().values().stream()
        .filter(one -> works.containsKey(one.id()) || model.limitSteps().containsKey(one.id()))
        .sorted(Comparator.comparing(Element::id))
        .map(
            one -> {
              Work work = works.getOrDefault(one.id(), new Work());
              List<LimitLine> promises = promises(selection, model, one.id(), work, known);
              return figures(
                  selection,
                  model,
                  one,
                  work,
                  joins.getOrDefault(one.id(), 0),
                  caseWorking,
                  promises);
            })
        .toList();
  }

  private static Map<String, Work> works(
      Map<List<String>, Sum> ended, Map<List<String>, OpenWork.Counts> open) {
    Map<String, Work> works = new HashMap<>();
    ended.forEach(
        (key, sum) -> {
          Work work = works.computeIfAbsent(key.get(1), id -> new Work());
          work.sum.add(sum);
          work.services.add(key.get(0));
          work.departments.merge(key.get(2), sum.ended(), Integer::sum);
        });
    open.forEach(
        (key, counts) -> {
          Work work = works.computeIfAbsent(key.get(1), id -> new Work());
          work.open += counts.open();
          work.late += counts.late();
          work.beyond += counts.beyond();
          work.services.add(key.get(0));
          work.departments.merge(key.get(2), counts.open(), Integer::sum);
        });
    return works;
  }

  /** How often the joins were passed that an element leads to. */
  private static Map<String, Integer> joins(Model model, Map<String, Work> works) {
    Map<String, Set<String>> companions = new HashMap<>();
    for (Set<String> before : model.joins().values()) {
      before.forEach(one -> companions.computeIfAbsent(one, id -> new HashSet<>()).addAll(before));
    }
    Map<String, Integer> passed = new HashMap<>();
    companions.forEach(
        (one, others) ->
            passed.put(
                one,
                others.stream()
                    .filter(works::containsKey)
                    .mapToInt(other -> works.get(other).sum.lastAtJoin())
                    .sum()));
    return passed;
  }

  private List<LimitLine> promises(
      Selection selection,
      Model model,
      String element,
      Work work,
      Map<String, List<LimitLine>> known) {
    String step = model.limitSteps().get(element);
    if (step == null) {
      return List.of();
    }
    Set<String> services = new TreeSet<>(work.services);
    if (!model.sharedPart()) {
      services.add(model.key());
    } else if (selection.service() != null) {
      services.add(selection.service());
    }
    List<LimitLine> found = new ArrayList<>();
    for (String place : selection.jurisdictions()) {
      for (String service : services) {
        found.addAll(
            limits.ofStep(
                place,
                service,
                step,
                known.computeIfAbsent(place + "\n" + service, key -> limits.of(place, service))));
      }
    }
    return found.stream().distinct().toList();
  }

  private ElementFigures figures(
      Selection selection,
      Model model,
      Element element,
      Work work,
      int joins,
      long caseWorking,
      List<LimitLine> promises) {
    Sum sum = work.sum;
    Durations working = Durations.working(sum);
    Durations waiting = Durations.waiting(sum);
    String department =
        work.departments.isEmpty()
            ? model.groups().getOrDefault(element.id(), "")
            : work.department();
    int beyond = sum.beyond() + work.beyond;
    LimitLine promise = promises.stream().min(SHORTEST).orElse(null);
    return new ElementFigures(
        element.id(),
        element.name(),
        element.type(),
        department,
        department.isEmpty() ? null : names.department(selection.onlyJurisdiction(), department),
        sum.ended(),
        work.open,
        work.late,
        working.p50(),
        working.p90(),
        working.mean(),
        waiting.p50(),
        waiting.p90(),
        sum.within(),
        beyond,
        Shares.of(beyond, (long) sum.within() + beyond),
        Shares.of(sum.working(), caseWorking),
        sum.returns(),
        sum.lastAtJoin(),
        joins,
        Shares.of(sum.lastAtJoin(), joins),
        promise,
        promises,
        new LevelView(Level.of(working.p50(), promise), Level.of(working.p90(), promise)));
  }
}
