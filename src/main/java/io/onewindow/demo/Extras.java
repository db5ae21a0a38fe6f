package io.onewindow.demo;

import io.onewindow.demo.Script.Deed;
import io.onewindow.desk.action.ActOrder;
import io.onewindow.promise.PauseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What officers do with a task beside its form now and then, while it is theirs. */
final class Extras {

  private static final Duration AFTER_RESUMING = Duration.ofMinutes(20);
  private static final List<String> ENDING = List.of("RETURN", "WITHDRAW_CASE");

  private final Agenda agenda;
  private final Draw draw;
  private final Pace pace;
  private final Deeds deeds;

  Extras(Agenda agenda, Draw draw, Pace pace, Deeds deeds) {
    this.agenda = agenda;
    this.draw = draw;
    this.pace = pace;
    this.deeds = deeds;
  }

  /** The applicant may answer a notice without coming to the window; then the task is done. */
  boolean applicantAnswers(Part part) {
    Optional<Deed> answer = drawn(part).filter(deed -> deed.act().equals(Deed.SUPPLEMENT));
    answer.ifPresent(deed -> deeds.supplement(part.work().receiptNo(), deed.reason()));
    return answer.isPresent();
  }

  /**
   * Does what is drawn, if anything.
   *
   * @param ends when the task would be done otherwise
   * @return when it is done now; empty when it ended by the act
   */
  Optional<Instant> of(Part part, Instant ends) {
    Optional<Deed> deed = drawn(part);
    if (deed.isEmpty()) {
      return Optional.of(ends);
    }
    if (deed.get().act().equals(Deed.PAUSE)) {
      return Optional.of(paused(part, deed.get(), ends));
    }
    deeds.act(part.person(), part.work().id(), order(deed.get()));
    return ENDING.contains(deed.get().act()) ? Optional.empty() : Optional.of(ends);
  }

  private Instant paused(Part part, Deed deed, Instant ends) {
    Runnable resume =
        deeds.pause(
            part.person(),
            part.work(),
            PauseKind.valueOf(deed.kind()),
            part.work().receiptNo() + "-T" + part.turn(),
            deed.reason());
    Instant over =
        pace.after(
            ends,
            part.work().jurisdiction(),
            deed.hours(),
            draw.share(part.number(), part.work().task(), "pause"));
    agenda.add(over, resume);
    return over.plus(AFTER_RESUMING);
  }

  private static ActOrder order(Deed deed) {
    return new ActOrder(deed.act(), deed.reason(), null, null, deed.groups(), deed.step(), null);
  }

  private Optional<Deed> drawn(Part part) {
    double share = draw.share(part.number(), part.work().task(), part.turn(), "deed");
    for (Deed deed : part.step().acts()) {
      if (share < deed.share()) {
        return Optional.of(deed);
      }
      share -= deed.share();
    }
    return Optional.empty();
  }
}
