package io.onewindow.supervision.figures;

/**
 * Which part of a list.
 *
 * @param number counted from 0
 * @param size lines on a page
 */
record Page(int number, int size) {

  private static final int LAST = 100_000;
  private static final int LARGEST = 200;
  private static final int USUAL = 20;

  static Page of(Query query) {
    return new Page(query.number("page", 0, 0, LAST), query.number("size", USUAL, 1, LARGEST));
  }

  long skipped() {
    return (long) number * size;
  }
}
