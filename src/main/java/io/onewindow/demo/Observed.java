package io.onewindow.demo;

import io.onewindow.casefile.CaseHappened;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees which work comes of what is done on the playing thread, and which cases end by it. */
@Component
@Profile("demo")
class Observed {

  /** What came of one deed. */
  record Notes(List<Work> work, List<String> handedOut) {}

  private final ThreadLocal<Notes> notes = new ThreadLocal<>();

  /** What comes of the deed; nothing when it fails, for then nothing has happened. */
  Notes during(Runnable deed) {
    Notes mine = new Notes(new ArrayList<>(), new ArrayList<>());
    notes.set(mine);
    try {
      deed.run();
      return mine;
    } finally {
      notes.remove();
    }
  }

  @EventListener(condition = "#task.eventName == 'create'")
  void created(DelegateTask task) {
    if (notes.get() != null) {
      notes.get().work().add(Work.of(task));
    }
  }

  @EventListener
  void happened(CaseHappened event) {
    if (notes.get() != null && event.kind() == CaseHappened.Kind.HANDED_OUT) {
      notes.get().handedOut().add(event.file().receiptNo());
    }
  }
}
