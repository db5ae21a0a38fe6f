package io.onewindow.simulation.oracle;

import io.onewindow.simulation.kernel.Person;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ActivityTypes;

/** What cases did, element by element, to the millisecond; told alike by kernel and engine. */
final class EventLog implements TaskLog {

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("dd.HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Shanghai"));

  /** The engine tells of each token's coming to a join, the kernel only of joins. */
  static final Set<String> UNTOLD =
      Set.of(
          ActivityTypes.GATEWAY_PARALLEL,
          ActivityTypes.GATEWAY_INCLUSIVE,
          ActivityTypes.MULTI_INSTANCE_BODY);

  /** The engine always calls these cancelled, also when they have done what they stand for. */
  static final Set<String> ALWAYS_CANCELLED =
      Set.of(ActivityTypes.GATEWAY_EVENT_BASED, ActivityTypes.END_EVENT_ERROR);

  private final Map<Long, List<String>> lines = new TreeMap<>();

  void add(long caseNo, String element, long came, long left, boolean isCancelled) {
    of(caseNo)
        .add(element + " " + exact(came) + " " + exact(left) + (isCancelled ? " cancelled" : ""));
  }

  void ended(long caseNo, long at, Map<String, Object> variables) {
    variables.keySet().removeIf(name -> !name.matches("v\\d|r_.*|again_.*"));
    of(caseNo).add("ended " + exact(at) + " " + new TreeMap<>(variables));
  }

  private List<String> of(long caseNo) {
    return lines.computeIfAbsent(caseNo, any -> new ArrayList<>());
  }

  private static String exact(long millis) {
    return EXACT.format(Instant.ofEpochMilli(millis));
  }

  /** Lines that only one of the two tells, by case; empty when both tell the same. */
  List<String> differencesTo(EventLog other) {
    List<String> all = new ArrayList<>();
    Set<Long> cases = new TreeSet<>(lines.keySet());
    cases.addAll(other.lines.keySet());
    for (long no : cases) {
      only(of(no), other.of(no)).forEach(line -> all.add(no + " here only: " + line));
      only(other.of(no), of(no)).forEach(line -> all.add(no + " there only: " + line));
    }
    return all;
  }

  private static List<String> only(List<String> one, List<String> other) {
    List<String> rest = new ArrayList<>(one);
    other.forEach(rest::remove);
    rest.sort(null);
    return rest;
  }

  /** Every element that was met. */
  Set<String> elements() {
    Set<String> met = new TreeSet<>();
    lines.values().forEach(all -> all.forEach(one -> met.add(one.substring(0, one.indexOf(' ')))));
    return met;
  }

  int size() {
    return lines.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public void done(long caseNo, Node task, long enabled, long started, long ended, Person by) {
    // told by left
  }

  @Override
  public void left(long caseNo, Node element, long came, long left, boolean isCancelled) {
    boolean told = isCancelled && element.kind() != Kind.EVENT_BASED;
    add(caseNo, element.id(), came, left, told);
  }

  @Override
  public void ended(long caseNo, long at, Supplier<Map<String, Object>> variables) {
    ended(caseNo, at, variables.get());
  }
}
