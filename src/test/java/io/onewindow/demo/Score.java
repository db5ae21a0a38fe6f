package io.onewindow.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was done in a play, written down so that another engine can be taken through the same. */
final class Score {

  /** What one person did or asked for. */
  sealed interface Act permits Seek, Start, Look, Claim, Complete, Fire {}

  /** Somebody looked up whether a service can be started. */
  record Seek(String service) implements Act {}

  /** A case was started. */
  record Start(String receiptNo, String service) implements Act {}

  /**
   * Somebody asked for a task.
   *
   * @param isForm whether for what its form shows, or only whether it is there
   */
  record Look(String receiptNo, String taskId, boolean isForm) implements Act {}

  /** A task was claimed. */
  record Claim(String receiptNo, String taskId, String person) implements Act {}

  /** A task's form was submitted. */
  record Complete(String receiptNo, String taskId, Map<String, Object> form) implements Act {}

  /**
   * A timer of a case fired.
   *
   * @param timer its element, and which of the element's timers it is
   */
  record Fire(String receiptNo, String process, String timer) implements Act {}

  /** Where a task stood: process and element. */
  record Place(String process, String element) {}

  private final List<Act> acts = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, String> receipts = new HashMap<>();
  private final Map<String, Integer> visits = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Map<String, Object>> variables = new HashMap<>();

  List<Act> acts() {
    return acts;
  }

  /** What was done, one after the other, without who and how. */
  List<Class<?>> kinds() {
    return acts.stream().<Class<?>>map(Object::getClass).toList();
  }

  Map<String, Place> places() {
    return places;
  }

  /** Whose case each process with tasks belongs to. */
  Map<String, String> receipts() {
    return receipts;
  }

  /** What the case knew when it was over, by receipt number: what listeners and delegates wrote. */
  Map<String, Map<String, Object>> variables() {
    return variables;
  }

  /** Another visit of an element that branches. */
  void visited(String receiptNo, String process, String element) {
    visits.merge(key(receiptNo, process, element), 1, Integer::sum);
  }

  /** A flow was taken at the latest visit of its source. */
  void took(String receiptNo, String process, String element, String flow) {
    taken.add(visit(receiptNo, process, element, visits) + flow);
  }

  /** Whether the flow was taken at that visit. */
  boolean isTaken(
      String receiptNo,
      String process,
      String element,
      String flow,
      Map<String, Integer> visitsNow) {
    return taken.contains(visit(receiptNo, process, element, visitsNow) + flow);
  }

  static String key(String receiptNo, String process, String element) {
    return receiptNo + " " + process + " " + element;
  }

  private static String visit(
      String receiptNo, String process, String element, Map<String, Integer> counted) {
    String key = key(receiptNo, process, element);
    return key + " " + counted.getOrDefault(key, 0) + " ";
  }
}
