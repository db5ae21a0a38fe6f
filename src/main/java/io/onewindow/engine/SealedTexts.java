package io.onewindow.engine;

/** Keeps texts that name or reach a person unreadable in the tables. */
public interface SealedTexts {

  /**
   * @param place where the text is kept, needed again to open it
   * @param plain null for none
   * @return at most about 60 characters longer, as it is to be stored; null for none
   */
  String seal(String place, String plain);

  /**
   * @param stored as the table has it; what was stored before texts were sealed is answered as it
   *     is
   */
  String open(String place, String stored);
}
