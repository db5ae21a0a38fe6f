package io.onewindow.promise;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the signed-in person which of {@link ClockActs} are open to that person now. */
@Component
public class OfficersChoices {

  private final ClockStore clocks;
  private final ClockJournal journal;
  private final ClockExtensions extensions;
  private final OfficersRight right;

  OfficersChoices(
      ClockStore clocks, ClockJournal journal, ClockExtensions extensions, OfficersRight right) {
    this.clocks = clocks;
    this.journal = journal;
    this.extensions = extensions;
    this.right = right;
  }

  public OfficersChoice of(String processInstanceId) {
    List<StepClock> running = clocks.pausable(processInstanceId);
    List<StepClock> all = clocks.all(processInstanceId);
    boolean mayPause = right.mayPause(all);
    Optional<Statute> extension =
        extensions
            .allowing(running)
            .filter(law -> right.mayExtend(all, law))
            .filter(law -> !extensions.isUsed(processInstanceId));
    return new OfficersChoice(
        mayPause && !running.isEmpty() ? PauseKind.allowedFor(running.get(0).service()) : List.of(),
        mayPause ? journal.openPauses(processInstanceId) : List.of(),
        extension.map(Statute::extensionValue).orElse(0),
        extension.map(law -> "《" + law.law() + "》" + law.article()).orElse(null),
        extension.map(Statute::extensionBy).orElse(null));
  }
}
