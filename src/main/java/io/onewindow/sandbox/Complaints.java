package io.onewindow.sandbox;

import io.onewindow.casefile.CaseFile;
import io.onewindow.demo.Deeds;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What applicants are not content with, and how they say so. */
@Component
@Profile("sandbox")
class Complaints {

  private static final int CONTENT = 5;
  private static final int ANGRY = 1;

  private final CaseFile files;
  private final Deeds deeds;
  private final Evidence evidence;
  private final Breaches breaches;
  private final Clock time;

  Complaints(CaseFile files, Deeds deeds, Evidence evidence, Breaches breaches, Clock time) {
    this.files = files;
    this.deeds = deeds;
    this.evidence = evidence;
    this.breaches = breaches;
    this.time = time;
  }

  /** Wants the application back, as long as that is possible. */
  void withdraws(Drill drill, DrillCase theCase, String name) {
    boolean open =
        files
            .find(theCase.receiptNo())
            .filter(file -> file.closedAt() == null && !files.isDecided(file.receiptNo()))
            .isPresent();
    if (open) {
      theCase.askWithdrawal();
      drill.hear(time.instant(), theCase.receiptNo(), name, theCase.applicant().withdraws().says());
    }
  }

  /** Was asked for too much. */
  void aboutNotice(Drill drill, DrillCase theCase, NoticeReading reading, String name) {
    reading
        .exempt()
        .forEach(
            (entry, material) ->
                drill.hear(
                    time.instant(),
                    theCase.receiptNo(),
                    name,
                    "投诉：“" + material.name() + "”政府部门自己就能查到，为什么还要我提交？"));
    reading
        .sound()
        .forEach(
            (entry, material) ->
                drill.hear(
                    time.instant(),
                    theCase.receiptNo(),
                    name,
                    "投诉：“" + material.name() + "”我第一次就交了，没有问题，为什么又要一遍？"));
  }

  /** Rates by how the case went: badly only where a limit was missed or the law broken. */
  void rates(Drill drill, DrillCase theCase, String name) {
    CaseEvidence facts = evidence.of(drill, theCase);
    boolean late = facts.limits().stream().anyMatch(CaseEvidence.Limit::isMissed);
    boolean angry = late || !breaches.of(drill.exercise(), facts).isEmpty();
    deeds.rate(
        theCase.receiptNo(),
        angry ? ANGRY : CONTENT,
        angry ? (late ? "超过了承诺的时间" : "被要求做了不该做的事") : "办得很快");
    drill.hear(time.instant(), theCase.receiptNo(), name, angry ? "已评价：非常不满意" : "已评价：非常满意");
  }
}
