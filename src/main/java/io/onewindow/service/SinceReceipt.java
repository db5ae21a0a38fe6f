package io.onewindow.service;

import io.onewindow.casefile.CaseFile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Days that officers write down: no earlier than the application and not in the future. */
@Component
public class SinceReceipt {

  private final Clock time;

  SinceReceipt(Clock time) {
    this.time = time;
  }

  /** Refuses what the field holds unless it is such a day. */
  public void check(DelegateTask task, FormValues form, String key, String label) {
    Date received = (Date) task.getVariable(CaseFile.MATERIALS_RECEIVED_AT);
    LocalDate earliest = LocalDate.ofInstant(received.toInstant(), time.getZone());
    form.dayBetween(key, label, earliest, LocalDate.now(time));
  }
}
