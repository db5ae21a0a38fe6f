package io.onewindow.simulation.scenario;

import io.onewindow.simulation.kernel.OpenCases;
import io.onewindow.simulation.kernel.OpenCases.Begun;
import io.onewindow.simulation.kernel.OpenCases.Done;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the cases that are open when a forecast begins. */
final class OpenCasesReader {

  private static final Set<String> KEYS = Set.of("now", "cases");
  private static final Set<String> CASE = Set.of("receivedAt", "values", "done");
  private static final Set<String> DONE = Set.of("element", "endedAt", "values");

  private OpenCasesReader() {}

  /** Null for none. */
  static OpenCases read(Entry approval, Program program, RunSettings settings) {
    Entry given = approval.get("openCases");
    if (given == null) {
      return null;
    }
    given.only(KEYS);
    long now = Calendars.instant(given.need("now"), 0);
    if (settings.start() > now || settings.horizon() <= now) {
      throw given.need("now").refuse("应在 approval.start 之后、approval.horizon 之前");
    }
    if (settings.warmUp() > 0) {
      throw approval.need("warmUpCases").refuse("从在办件开始的预测没有预热，应为 0");
    }
    List<Begun> cases = new ArrayList<>();
    for (Entry one : given.list("cases")) {
      cases.add(begun(one.only(CASE), program, settings.start(), now));
    }
    cases.sort(Comparator.comparingLong(Begun::receivedAt));
    return new OpenCases(now, cases);
  }

  private static Begun begun(Entry one, Program program, long start, long now) {
    Entry received = one.need("receivedAt");
    long receivedAt = between(received, start, now);
    Map<String, List<Done>> done = new LinkedHashMap<>();
    for (Entry each : one.list("done")) {
      each.only(DONE);
      Entry element = each.need("element");
      Node node = program.node(element.text());
      if (node == null) {
        throw element.refuse("模型里没有元素 " + element.text());
      }
      done.computeIfAbsent(node.id(), any -> new ArrayList<>())
          .add(new Done(between(each.need("endedAt"), receivedAt, now), values(each)));
    }
    return new Begun(receivedAt, values(one), done);
  }

  private static long between(Entry entry, long from, long to) {
    long at = Calendars.instant(entry, 0);
    if (at < from || at > to) {
      throw entry.refuse("应不早于收件和 approval.start，不晚于 openCases.now");
    }
    return at;
  }

  private static Map<String, Object> values(Entry entry) {
    Map<String, Object> values = new LinkedHashMap<>();
    entry
        .fields("values")
        .forEach(
            (name, value) ->
                values.put(
                    name,
                    value.node().isBoolean()
                        ? value.node().booleanValue()
                        : value.node().asText()));
    return values;
  }
}
