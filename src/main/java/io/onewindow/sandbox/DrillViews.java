package io.onewindow.sandbox;

import io.onewindow.casefile.CaseFile;
import io.onewindow.engine.Callers;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts a drill together for its readers. */
@Component
@Profile("sandbox")
class DrillViews {

  private final CaseFile files;
  private final Scorer scorer;
  private final Callers callers;

  DrillViews(CaseFile files, Scorer scorer, Callers callers) {
    this.files = files;
    this.scorer = scorer;
    this.callers = callers;
  }

  /**
   * @param all also what the trainee is to find out
   */
  DrillView of(Drill drill, boolean all) {
    return callers.asSystem(
        () ->
            new DrillView(
                drill.id(),
                drill.exercise().id(),
                drill.exercise().title(),
                drill.exercise().goal(),
                drill.trainee(),
                drill.place().name(),
                Moments.local(drill.begun()),
                Moments.local(drill.ended()),
                drill.exercise().applicants().size(),
                cases(drill, all),
                drill.words().stream().map(DrillViews::word).toList(),
                all ? scorer.of(drill) : null));
  }

  private List<DrillView.Case> cases(Drill drill, boolean all) {
    return drill.cases().stream()
        .flatMap(
            one ->
                files.find(one.receiptNo()).stream()
                    .map(
                        file ->
                            new DrillView.Case(
                                file.receiptNo(),
                                file.subject(),
                                file.state().label(),
                                all ? one.applicant().name() : null)))
        .toList();
  }

  private static DrillView.Word word(Drill.Word word) {
    return new DrillView.Word(Moments.local(word.at()), word.receiptNo(), word.from(), word.text());
  }
}
