package io.onewindow.simulation.time;

/**
 * When somebody is on duty. Instants are milliseconds since 1970-01-01T00:00Z, lengths are
 * milliseconds. Immutable.
 */
public interface WorkingTime {

  /** On duty day and night. */
  WorkingTime ALWAYS =
      new WorkingTime() {
        @Override
        public long next(long instant) {
          return instant;
        }

        @Override
        public long plus(long instant, long length) {
          return instant + length;
        }

        @Override
        public long between(long from, long to) {
          return to - from;
        }
      };

  /** The instant itself when on duty, otherwise when duty begins next. */
  long next(long instant);

  /** When so much duty has passed; exactly at a closing rather than at the opening after it. */
  long plus(long instant, long length);

  /** How much duty lies between two instants. */
  long between(long from, long to);
}
