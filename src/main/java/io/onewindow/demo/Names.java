package io.onewindow.demo;

import java.util.List;
import java.util.Map;

/**
 * What names of people, companies and places are made of.
 *
 * @param places by jurisdiction
 */
record Names(
    List<String> surnames,
    List<String> givenNames,
    List<String> brands,
    List<String> trades,
    List<String> estates,
    Map<String, Place> places) {

  /**
   * @param prefix how addresses there begin, e.g. 聊城市东昌府区
   * @param title how names of companies there begin, e.g. 聊城市
   */
  record Place(String prefix, String title, List<String> streets) {}
}
