package io.onewindow.casefile.message;

/**
 * One way out of the house. What it sends may be handed to it again when nobody knows whether it
 * went out: a receiver can tell a repetition by {@link OutgoingMessage#id()}.
 */
interface MessagePort {

  Channel channel();

  /** Whether anything can be sent at all; where not, messages are recorded and left unsent. */
  boolean isConfigured();

  /** Where the applicant is written to over this channel; null where none was given. */
  String address(Contacts contacts);

  /**
   * Sends it, or fails; what failed is tried again later.
   *
   * @throws RuntimeException when it did not go out, or may not have
   */
  void send(OutgoingMessage message);
}
