package io.onewindow.supervision.eventlog;

import io.onewindow.supervision.history.PastCase;
import java.io.IOException;
import java.util.List;

/** A log being written in one of the standards: one case after the other, then the end. */
interface LogFile extends AutoCloseable {

  void write(PastCase one, List<Attribute> about, List<LogEvent> events) throws IOException;

  /** What the standard wants at the end; nothing follows. */
  void finish() throws IOException;

  /** Lets go of everything, finished or not. */
  @Override
  void close() throws IOException;
}
