package io.onewindow.laboratory.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.onewindow.laboratory.history.Handling.Handled;
import io.onewindow.laboratory.history.Past.Step;
import io.onewindow.laboratory.history.Survival.Length;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long work on each step takes, how long it lies before, how long applicants take. */
final class TimeEstimate {

  /** What lies for less on average is the ordinary way from desk to desk. */
  private static final double NEGLIGIBLE = 60_000;

  private final Past past;
  private final HistorySettings settings;
  private final Names names;
  private final Draft draft;

  TimeEstimate(Past past, HistorySettings settings, Names names, Draft draft) {
    this.past = past;
    this.settings = settings;
    this.names = names;
    this.draft = draft;
  }

  void estimate() {
    Map<String, List<Handled>> work =
        new Handling(past)
            .all().stream()
                .collect(groupingBy(one -> one.step().element(), TreeMap::new, toList()));
    Map<String, List<Step>> applicants =
        past.steps().stream().filter(Step::forApplicant).collect(groupingBy(Step::element));
    for (Node node : names.program().nodes()) {
      if (node.kind() == Kind.WORK && node.work().waitsForApplicant()) {
        applicant(node.id(), applicants.getOrDefault(node.id(), List.of()));
      } else if (node.kind() == Kind.WORK && isTimed(node.id())) {
        service(node.id(), work.getOrDefault(node.id(), List.of()));
        lying(node.id(), work.getOrDefault(node.id(), List.of()));
      }
    }
  }

  /** What programs do by themselves takes no time and is not in the assumptions either. */
  private boolean isTimed(String element) {
    return draft.assumed().at("/approval/durations").has(element);
  }

  private void service(String element, List<Handled> all) {
    List<Length> lengths = new ArrayList<>();
    for (Handled one : all) {
      if (one.hasBegun()) {
        lengths.add(new Length(one.to() - one.from(), one.step().isCompleted()));
      }
    }
    String name = "“" + names.element(element) + "”办理时长";
    Survival survival = Survival.of(lengths);
    if (isKnown("durations", element, name, survival)) {
      fit("durations", element, name, survival);
    }
  }

  private void lying(String element, List<Handled> all) {
    Survival survival =
        Survival.of(all.stream().map(one -> new Length(one.lay(), one.hasBegun())).toList());
    if (survival.ended() >= settings.fewestObservations()
        && Arrays.stream(survival.sample()).average().orElseThrow() > NEGLIGIBLE) {
      fit("delays", element, "“" + names.element(element) + "”有人能办却没有接手的时间", survival);
    }
  }

  private void applicant(String element, List<Step> all) {
    List<Length> lengths = new ArrayList<>();
    for (Step one : all) {
      Duration length =
          Duration.between(one.startedAt(), one.endedAt() == null ? past.to() : one.endedAt());
      lengths.add(new Length(Math.max(0, length.toMillis()), one.isCompleted()));
    }
    String name = "“" + names.element(element) + "”申请人用时";
    Survival survival = Survival.of(lengths);
    if (isKnown("durations", element, name, survival)) {
      fit("durations", element, name, survival);
    }
  }

  private boolean isKnown(String section, String element, String name, Survival survival) {
    boolean isKnown = survival.ended() >= settings.fewestObservations();
    if (!isKnown) {
      draft.add(
          Figure.assumed(
              "approval." + section + "." + element,
              name,
              survival.ended(),
              "只有 " + survival.ended() + " 次，少于 " + settings.fewestObservations() + " 次"));
    }
    return isKnown;
  }

  private void fit(String section, String element, String name, Survival survival) {
    double[] sample = survival.sample();
    Fit fit = Fit.of(sample);
    draft.section(section).set(element, fit.json());
    String open = survival.open() == 0 ? "" : "，另 " + survival.open() + " 次没有办完，按删失计入";
    draft.add(
        Figure.known(
            "approval." + section + "." + element,
            name,
            survival.ended(),
            "平均 " + Wording.lengths(Interval.mean(sample)) + "，" + Wording.shape(fit) + open));
  }
}
