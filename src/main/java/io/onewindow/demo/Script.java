package io.onewindow.demo;

import java.util.List;
import java.util.Map;

/**
 * How cases of one service go: what stands in their forms and how often. Where values are texts,
 * {@link Invention} fills in what stands in braces.
 *
 * @param weight how many of all cases are of this service, relative to the other services
 * @param jurisdictions where it is applied for; empty for everywhere
 * @param form the start form of a usual case
 * @param places what differs by jurisdiction in the start form
 * @param variations cases that differ from the usual one
 * @param tasks by task definition key
 */
record Script(
    int weight,
    List<String> jurisdictions,
    Map<String, Object> form,
    Map<String, Map<String, Object>> places,
    List<Variation> variations,
    Map<String, Step> tasks) {

  Script {
    jurisdictions = jurisdictions == null ? List.of() : List.copyOf(jurisdictions);
    form = form == null ? Map.of() : form;
    places = places == null ? Map.of() : places;
    variations = variations == null ? List.of() : List.copyOf(variations);
    tasks = tasks == null ? Map.of() : tasks;
  }

  /** Whether somebody applies for it in that jurisdiction. */
  boolean isPlayedIn(String jurisdiction) {
    return jurisdictions.isEmpty() || jurisdictions.contains(jurisdiction);
  }

  /**
   * @param share of all cases of the service
   * @param jurisdictions where it occurs; empty for everywhere
   * @param form what differs in the start form; null takes a field away
   */
  record Variation(double share, List<String> jurisdictions, Map<String, Object> form) {}

  /**
   * How a task is done.
   *
   * @param hours office hours from its beginning to its end, least and most; null to go by its due
   *     date, mostly in time
   * @param choices what is written in its form
   * @param acts what else officers do with it now and then
   */
  record Step(List<Double> hours, List<Choice> choices, List<Deed> acts) {

    Step {
      choices = choices == null ? List.of() : List.copyOf(choices);
      acts = acts == null ? List.of() : List.copyOf(acts);
    }
  }

  /**
   * One way to fill in a task's form.
   *
   * @param share of the tasks for which it is possible; null for all the rest
   * @param turn {@code first} or {@code again}: only at the case's first such task, or only later
   * @param when variables of the case one of which must have that value; null for always
   * @param jurisdictions where it occurs; null for everywhere
   */
  record Choice(
      Double share,
      Turn turn,
      Map<String, Object> when,
      List<String> jurisdictions,
      Map<String, Object> form) {}

  /** Which of a case's tasks of one kind is meant. */
  enum Turn {
    FIRST,
    AGAIN
  }

  /**
   * What is done with a task beside its form.
   *
   * @param act name of an officers' act, {@code PAUSE} for a special procedure, {@code SUPPLEMENT}
   *     for the applicant's own answer on the progress page
   * @param kind of a pause
   * @param hours office hours that a pause lasts, least and most
   */
  record Deed(
      String act,
      double share,
      String reason,
      String kind,
      String step,
      List<String> groups,
      List<Double> hours) {

    static final String PAUSE = "PAUSE";
    static final String SUPPLEMENT = "SUPPLEMENT";
  }
}
