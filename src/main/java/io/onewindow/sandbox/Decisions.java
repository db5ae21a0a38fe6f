package io.onewindow.sandbox;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseState;
import io.onewindow.sandbox.Exercise.Ground;
import io.onewindow.sandbox.Score.Line;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whether a department granted what must be granted and refused what must be refused. */
@Component
@Profile("sandbox")
class Decisions {

  private static final Set<CaseState> REFUSALS = Set.of(CaseState.REFUSED, CaseState.REJECTED);

  private final CaseFile files;

  Decisions(CaseFile files) {
    this.files = files;
  }

  List<Line> lines(Exercise exercise, List<CaseEvidence> cases) {
    return cases.stream().map(one -> line(exercise, one)).toList();
  }

  private Line line(Exercise exercise, CaseEvidence facts) {
    Ground ground = facts.theCase().applicant().refusal();
    boolean refused = REFUSALS.contains(facts.file().state());
    boolean decided = refused || files.isDecided(facts.receiptNo());
    String clause = ground == null ? Breaches.mustGrant(exercise) : ground.clause();
    if (!decided) {
      return new Line(facts.receiptNo(), false, "练习结束时还没有作出决定", clause);
    }
    if (ground == null) {
      return new Line(facts.receiptNo(), !refused, refused ? "符合条件，应当准予，却拒绝了" : "符合条件，已准予", clause);
    }
    return new Line(
        facts.receiptNo(), refused, ground.what() + (refused ? "：已依法拒绝" : "：却准予了"), clause);
  }
}
