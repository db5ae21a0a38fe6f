package io.onewindow.supervision.figures;

import io.onewindow.problem.Problem;
import io.onewindow.supervision.fact.Models;
import io.onewindow.supervision.fact.Models.Model;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.fact.Sum;
import io.onewindow.supervision.fact.SumFilter;
import io.onewindow.supervision.fact.SumReader;
import io.onewindow.supervision.fact.SumReader.By;
import io.onewindow.supervision.figures.HeatView.CaseFigures;
import io.onewindow.supervision.figures.HeatView.DefinitionView;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Figures for a diagram. */
@Component
class Heat {

  private static final By[] WORK = {By.SERVICE, By.ACTIVITY, By.DEPARTMENT};

  private final SumReader sums;
  private final OpenWork openWork;
  private final Definitions definitions;
  private final Models models;
  private final Selections selections;
  private final HeatElements elements;
  private final Projection projection;
  private final FigureNames names;
  private final Clock time;

  Heat(
      SumReader sums,
      OpenWork openWork,
      Definitions definitions,
      Models models,
      Selections selections,
      HeatElements elements,
      Projection projection,
      FigureNames names,
      Clock time) {
    this.sums = sums;
    this.openWork = openWork;
    this.definitions = definitions;
    this.models = models;
    this.selections = selections;
    this.elements = elements;
    this.projection = projection;
    this.names = names;
    this.time = time;
  }

  /**
   * @throws Problem 400 without a model, or for one or a version that does not exist
   */
  HeatView of(Query query) {
    String asked = query.text("definition");
    if (asked == null) {
      throw Problem.badRequest("definition-missing", "缺少参数 definition：流程定义的编号或标识。");
    }
    List<ProcessDefinition> versions = definitions.named(asked);
    String key = versions.get(0).getKey();
    Integer version =
        query.text("version") == null ? null : selections.version(key, query.text("version"));
    Selection selection = selections.of(query.without("version"));
    ProcessDefinition shown =
        versions.stream()
            .filter(one -> version == null || one.getVersion() == version)
            .findFirst()
            .orElseThrow();
    return view(selection, versions, shown, version);
  }

  private HeatView view(
      Selection selection,
      List<ProcessDefinition> versions,
      ProcessDefinition shown,
      Integer version) {
    SumFilter filter =
        new SumFilter(
            List.of("S", "A", "P"),
            selection.period().from(),
            selection.period().to(),
            selection.jurisdictions(),
            selection.service(),
            shown.getKey(),
            version,
            null,
            selection.department());
    Map<List<String>, Sum> ended = sums.spread(filter, WORK);
    Map<List<String>, OpenWork.Counts> open = openWork.steps(filter, WORK);
    Model model = models.of(shown.getId());
    Sum cases = new Sum();
    CaseFigures caseFigures = cases(selection, model, ended, version, cases);
    return new HeatView(
        Shares.local(time.instant()),
        projection.state().behind(),
        filter.from(),
        filter.to(),
        new DefinitionView(
            shown.getId(),
            shown.getKey(),
            names.service(shown.getKey()),
            version,
            versions.stream().map(ProcessDefinition::getVersion).toList()),
        caseFigures,
        elements.of(selection, model, ended, open, cases.working()));
  }

  /**
   * The cases of the model; of a part that services share, the cases of those services.
   *
   * @param total gets their sum
   */
  private CaseFigures cases(
      Selection selection, Model model, Map<List<String>, Sum> ended, Integer version, Sum total) {
    Set<String> services = new HashSet<>();
    if (model.sharedPart()) {
      ended.keySet().forEach(key -> services.add(key.get(0)));
    } else {
      services.add(model.key());
    }
    SumFilter filter =
        new SumFilter(
            List.of("C", "V"),
            selection.period().from(),
            selection.period().to(),
            selection.jurisdictions(),
            null,
            model.sharedPart() ? null : model.key(),
            model.sharedPart() ? null : version,
            null,
            null);
    sums.spread(filter, By.PROCESS).entrySet().stream()
        .filter(one -> services.contains(one.getKey().get(0)))
        .forEach(one -> total.add(one.getValue()));
    int open = 0;
    int broken = total.broken();
    for (var one : openWork.cases(filter, By.PROCESS).entrySet()) {
      if (services.contains(one.getKey().get(0))) {
        open += one.getValue().open();
        broken += one.getValue().broken();
      }
    }
    return new CaseFigures(
        total.ended(),
        open,
        total.kept(),
        broken,
        Shares.of(total.kept(), (long) total.kept() + broken),
        Durations.working(total),
        Durations.net(total),
        Durations.gross(total));
  }
}
