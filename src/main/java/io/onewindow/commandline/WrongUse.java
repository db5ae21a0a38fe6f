package io.onewindow.commandline;

/** The command line is not as the usage says; the message says in Chinese where. */
final class WrongUse extends RuntimeException {

  WrongUse(String message) {
    super(message);
  }
}
