package io.onewindow.commandline;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** One thing the jar can do from the command line. */
interface Command {

  /** What the first argument must be, e.g. {@code load-calendar}. */
  String name();

  /** How to call it, in Chinese, several lines. */
  String usage();

  /** Options that take a value and must be given. */
  default Set<String> required() {
    return Set.of();
  }

  /** Options that take a value and may be left out. */
  default Set<String> optional() {
    return Set.of();
  }

  /** Options without a value. */
  default Set<String> switches() {
    return Set.of();
  }

  /** Settings of the application that this command needs, as {@code --name=value}. */
  default List<String> settings() {
    return List.of();
  }

  /**
   * Looks at what needs no application yet, such as files to read.
   *
   * @throws CommandRefused when it can already be told that the command will not do
   */
  Work prepare(Options options);

  /** What is left to do. */
  @FunctionalInterface
  interface Work {

    /**
     * @param application starts when first asked for, without a web server and without timers
     */
    void run(Supplier<ApplicationContext> application, PrintStream out);
  }
}
