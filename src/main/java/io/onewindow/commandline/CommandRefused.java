package io.onewindow.commandline;

/** A command will not do what is asked; the message says why in Chinese. */
final class CommandRefused extends RuntimeException {

  CommandRefused(String message) {
    super(message);
  }
}
