package io.onewindow.simulation.kernel;

/** Something that will happen at an instant unless it is cancelled. */
abstract class Happening {

  /** Milliseconds since 1970-01-01T00:00Z; meaningful while planned. */
  long at;

  /** Among happenings of one instant the one planned first comes first. */
  long order;

  /** Place in the event calendar, -1 while not planned. */
  int place = -1;

  final boolean isPlanned() {
    return place >= 0;
  }

  abstract void happen();
}
