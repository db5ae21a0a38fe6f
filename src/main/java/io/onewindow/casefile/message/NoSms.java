package io.onewindow.casefile.message;

import org.springframework.stereotype.Component;

/**
 * No SMS gateway is connected: nothing is sent, and every row says so. A hall that has one puts its
 * own bean in place of this one.
 */
@Component
class NoSms implements MessagePort {

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public boolean isConfigured() {
    return false;
  }

  @Override
  public String address(Contacts contacts) {
    return contacts.phone();
  }

  @Override
  public void send(OutgoingMessage message) {
    throw new IllegalStateException("no SMS gateway is configured");
  }
}
