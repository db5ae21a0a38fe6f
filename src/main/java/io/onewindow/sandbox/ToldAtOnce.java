package io.onewindow.sandbox;

import io.onewindow.casefile.CaseState;
import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.MaterialState;
import io.onewindow.casefile.material.Sources;
import io.onewindow.sandbox.Exercise.Fault;
import io.onewindow.sandbox.Score.Line;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Whether the window found every planted fault and told it at once, or had a missing material
 * committed to or deferred where its list allows that.
 */
@Component
@Profile("sandbox")
class ToldAtOnce {

  private final Sources sources;

  ToldAtOnce(Sources sources) {
    this.sources = sources;
  }

  List<Line> lines(List<CaseEvidence> cases) {
    List<Line> lines = new ArrayList<>();
    for (CaseEvidence one : cases) {
      // who takes the application back need not be told what is wrong with it
      boolean moot = one.theCase().isWithdrawalAsked() && one.file().state() == CaseState.WITHDRAWN;
      if (!moot) {
        one.theCase().applicant().faults().forEach(fault -> lines.add(line(one, fault)));
      }
    }
    return lines;
  }

  private Line line(CaseEvidence facts, Fault fault) {
    Material material =
        facts.register().stream()
            .filter(one -> one.materialId().equals(fault.material()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no material " + fault.material()));
    boolean promised =
        material.state() == MaterialState.COMMITTED || material.state() == MaterialState.DEFERRED;
    boolean told = facts.reading().told().contains(fault);
    boolean early = told && facts.file().acceptedAt() != null && !facts.theCase().isAnswered();
    String text;
    if (promised) {
      text = fault.what() + "：已依清单办理" + material.state().label();
    } else if (early) {
      text = fault.what() + "：告知了，但补正材料没有收到就受理了";
    } else {
      text = fault.what() + (told ? "：已一次告知" : "：没有告知申请人");
    }
    return new Line(
        facts.receiptNo(),
        promised || told && !early,
        text,
        sources.citation(material.basisId()) + "；" + Breaches.TELL_ONCE);
  }
}
