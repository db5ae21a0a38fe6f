package io.onewindow.supervision.conformance;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.supervision.conformance.ConformanceView.CaseView;
import io.onewindow.supervision.conformance.ConformanceView.DeviationView;
import io.onewindow.supervision.conformance.ConformanceView.KindView;
import io.onewindow.supervision.conformance.ConformanceView.PlaceView;
import io.onewindow.supervision.conformance.Deviation.Kind;
import io.onewindow.supervision.history.CaseSelection;
import io.onewindow.supervision.history.PastActivity;
import io.onewindow.supervision.history.PastCase;
import io.onewindow.supervision.history.PastCase.PastInstance;
import io.onewindow.supervision.history.PastCases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;

/** Replays cases against the models they ran by. */
@Service
class Conformance {

  /** How many cases are replayed while somebody waits for the answer; our own default. */
  static final int MOST = 20_000;

  static final String METHOD =
      "逐件重放引擎记录的每个环节：每个环节开始时，模型中指向它的流向上须有一个此前已办环节留下、尚未用掉的令牌，否则记为偏离。"
          + "未曾到过的：模型每条路径都必经的环节（并行汇聚前为各分支的必经环节）至今未办的记“跳过”，其后才办或走另一条路的记“顺序不符”；"
          + "此前到过的记“重复”。排他网关实际走了哪条流向引擎不作记录，按其中一条计；办理途中换过模型版本或历史已清理的办件不作判断。";

  private final PastCases cases;
  private final RepositoryService repository;
  private final ServiceNames names;
  private final Callers callers;
  private final Clock time;

  Conformance(
      PastCases cases,
      RepositoryService repository,
      ServiceNames names,
      Callers callers,
      Clock time) {
    this.cases = cases;
    this.repository = repository;
    this.names = names;
    this.callers = callers;
    this.time = time;
  }

  /**
   * @param page of the cases with deviations, from 0
   * @throws Problem 409 when more cases are selected than can be replayed at once
   */
  ConformanceView of(CaseSelection selection, int page, int size) {
    long count = cases.count(selection);
    if (count > MOST) {
      throw Problem.conflict(
          "too-many-cases", "所选期间有 " + count + " 件，一次最多核对 " + MOST + " 件；请缩短期间，或只选一个事项、一个辖区。");
    }
    return callers.asSystem(() -> replayed(selection, page, size));
  }

  private ConformanceView replayed(CaseSelection selection, int page, int size) {
    Map<String, Optional<ModelGraph>> graphs = new HashMap<>();
    Tally tally = new Tally();
    List<CaseView> items = new ArrayList<>();
    long all = 0;
    long judged = 0;
    long deviating = 0;
    PastCase last = null;
    for (List<PastCase> next = cases.after(last, selection);
        !next.isEmpty();
        next = cases.after(last, selection)) {
      for (PastCase one : next) {
        all++;
        if (isJudged(one, graphs)) {
          judged++;
          List<Deviation> found = deviations(one, graphs);
          if (!found.isEmpty()) {
            tally.add(found);
            if (deviating / size == page) {
              items.add(view(one, found));
            }
            deviating++;
          }
        }
      }
      last = next.get(next.size() - 1);
    }
    return new ConformanceView(
        local(time.instant()),
        all,
        judged,
        all - judged,
        judged - deviating,
        deviating,
        rate(judged - deviating, judged),
        kinds(tally),
        places(tally),
        page,
        size,
        items,
        METHOD);
  }

  /** The deviations of one case, in the order they happened. */
  List<Deviation> deviations(PastCase one, Map<String, Optional<ModelGraph>> graphs) {
    Map<String, List<PastActivity>> byInstance =
        one.activities().stream().collect(Collectors.groupingBy(PastActivity::instanceId));
    List<Deviation> found = new ArrayList<>();
    for (PastInstance instance : one.instances()) {
      ModelGraph graph = graph(instance, graphs).orElseThrow();
      found.addAll(Replay.of(graph, byInstance.getOrDefault(instance.id(), List.of())));
    }
    found.sort((first, second) -> first.at().compareTo(second.at()));
    return found;
  }

  private Optional<ModelGraph> graph(
      PastInstance instance, Map<String, Optional<ModelGraph>> graphs) {
    return graphs.computeIfAbsent(instance.definitionId(), this::graph);
  }

  private Optional<ModelGraph> graph(String definitionId) {
    boolean deployed =
        repository.createProcessDefinitionQuery().processDefinitionId(definitionId).count() > 0;
    return deployed
        ? Optional.of(new ModelGraph(repository.getBpmnModelInstance(definitionId)))
        : Optional.empty();
  }

  /** The same version all the way, which is still there to be compared with. */
  private boolean isJudged(PastCase one, Map<String, Optional<ModelGraph>> graphs) {
    Map<String, String> versions =
        one.instances().stream()
            .collect(Collectors.toMap(PastInstance::id, PastInstance::definitionId));
    return !one.activities().isEmpty()
        && one.instances().stream().allMatch(instance -> graph(instance, graphs).isPresent())
        && one.activities().stream()
            .allMatch(a -> a.definitionId().equals(versions.get(a.instanceId())));
  }

  private CaseView view(PastCase one, List<Deviation> found) {
    return new CaseView(
        one.receiptNo(),
        one.service(),
        names.of(one.service()),
        one.jurisdiction(),
        found.stream()
            .map(
                d ->
                    new DeviationView(
                        d.kind().name(),
                        d.kind().label(),
                        d.process(),
                        d.element(),
                        d.name(),
                        local(d.at()),
                        d.missing()))
            .toList());
  }

  private static List<KindView> kinds(Tally tally) {
    return Arrays.stream(Kind.values())
        .map(
            kind ->
                new KindView(
                    kind.name(),
                    kind.label(),
                    kind.meaning(),
                    tally.of(kind).cases(),
                    tally.of(kind).times()))
        .toList();
  }

  private List<PlaceView> places(Tally tally) {
    return tally.places().stream()
        .map(
            entry ->
                new PlaceView(
                    entry.getKey().process(),
                    names.of(entry.getKey().process()),
                    entry.getKey().element(),
                    entry.getKey().name(),
                    entry.getKey().kind().name(),
                    entry.getKey().kind().label(),
                    entry.getValue().cases(),
                    entry.getValue().times()))
        .toList();
  }

  private static BigDecimal rate(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }

  private static OffsetDateTime local(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}
