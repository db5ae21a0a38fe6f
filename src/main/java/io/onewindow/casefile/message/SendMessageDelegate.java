package io.onewindow.casefile.message;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends one message. A failure undoes the transaction and the engine tries again by the model's
 * intervals; when the node dies between sending and the end of the transaction the message goes out
 * once more under the same id.
 */
@Component("sendMessageDelegate")
class SendMessageDelegate implements JavaDelegate {

  private final MessageStore messages;
  private final Map<Channel, MessagePort> ports = new EnumMap<>(Channel.class);
  private final Clock time;

  SendMessageDelegate(MessageStore messages, List<MessagePort> ports, Clock time) {
    this.messages = messages;
    this.time = time;
    ports.forEach(port -> this.ports.put(port.channel(), port));
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(Outbox.MESSAGE_ID);
    messages
        .waiting(id)
        .ifPresent(
            message -> {
              ports.get(messages.channel(id)).send(message);
              messages.sent(id, time.instant().truncatedTo(ChronoUnit.MILLIS));
            });
  }
}
