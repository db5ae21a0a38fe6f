package io.onewindow.casefile.message;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.message.MessageStore.Entry;
import io.onewindow.casefile.message.MessageStore.State;
import io.onewindow.engine.AwaitedCommit;
import io.onewindow.engine.Callers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Takes in what is to be sent, in the transaction of what it tells of: a row for each channel, and
 * for each that can be sent an instance of {@code send-message}, whose job the engine will not let
 * go of.
 */
@Component
class Outbox {

  static final String MESSAGE_ID = "messageId";
  private static final String PROCESS = "send-message";

  private final List<MessagePort> ports;
  private final MessageStore messages;
  private final RuntimeService runtime;
  private final Callers callers;
  private final AwaitedCommit commit;

  Outbox(
      List<MessagePort> ports,
      MessageStore messages,
      RuntimeService runtime,
      Callers callers,
      AwaitedCommit commit) {
    this.ports = ports;
    this.messages = messages;
    this.runtime = runtime;
    this.callers = callers;
    this.commit = commit;
  }

  /**
   * @param wording the filled template; its first line is the subject
   */
  void add(String receiptNo, String jurisdiction, String kind, String wording, Instant at) {
    Contacts contacts = messages.contacts(receiptNo);
    String[] parts = wording.split("\n", 2);
    List<Entry> entries = new ArrayList<>();
    for (MessagePort port : ports) {
      String address = port.address(contacts);
      entries.add(
          new Entry(
              new OutgoingMessage(
                  UUID.randomUUID().toString(), address, parts[0].strip(), parts[1].strip()),
              port.channel(),
              state(port, address)));
    }
    messages.add(receiptNo, kind, entries, at);
    entries.stream()
        .filter(entry -> entry.state() == State.WAITING)
        .forEach(entry -> start(entry.message().id(), receiptNo, jurisdiction));
  }

  private static State state(MessagePort port, String address) {
    if (!port.isConfigured()) {
      return State.NOT_CONFIGURED;
    }
    return address == null ? State.NO_ADDRESS : State.WAITING;
  }

  /** Whoever did it to the case needs no right to send. */
  private void start(String id, String receiptNo, String jurisdiction) {
    commit.require();
    callers.asSystem(
        () ->
            runtime
                .createProcessInstanceByKey(PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(id)
                .setVariables(
                    Map.of(
                        MESSAGE_ID,
                        id,
                        CaseFile.RECEIPT_NO,
                        receiptNo,
                        CaseFile.JURISDICTION,
                        jurisdiction))
                .execute());
  }
}
