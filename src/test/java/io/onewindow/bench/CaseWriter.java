package io.onewindow.bench;

/**
 * Fills a database with history: cases that really lived are written again and again under new ids
 * and numbers, whole weeks earlier, so that weekdays stay what they were.
 */
interface CaseWriter {

  /** Writes so many more. */
  void write(int cases);
}
