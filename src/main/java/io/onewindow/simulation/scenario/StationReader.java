package io.onewindow.simulation.scenario;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.kernel.Station;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.random.Distribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads how long each element takes and who does it. */
final class StationReader {

  private static final String ANY = "*";
  private static final Set<String> ROW = Set.of("task_id", "resources");
  private static final Set<String> RESOURCE =
      Set.of("resource_id", "distribution_name", "distribution_params");
  private static final Set<String> EVENT =
      Set.of("event_id", "distribution_name", "distribution_params");

  private final Program program;
  private final Distributions distributions;
  private final StaffReader staff;
  private final UnaryOperator<String> groupName;
  private final CandidateGroups candidates;
  private final Map<String, Entry> durations;
  private final Map<String, Entry> delays;
  private final Distribution applicantDelay;
  private final Station[] stations;

  /**
   * @param applicantDelay how long applicants take where nothing else says so; null for unknown
   */
  StationReader(
      Entry scenario,
      Program program,
      Distributions distributions,
      StaffReader staff,
      Distribution applicantDelay,
      UnaryOperator<String> groupName,
      CandidateGroups candidates) {
    this.program = program;
    this.distributions = distributions;
    this.staff = staff;
    this.applicantDelay = applicantDelay;
    this.groupName = groupName;
    this.candidates = candidates;
    this.stations = new Station[program.nodes().size()];
    Entry approval = scenario.get("approval");
    this.durations = approval == null ? Map.of() : approval.fields("durations");
    durations.forEach((id, entry) -> known(id, entry));
    this.delays = approval == null ? Map.of() : approval.fields("delays");
    delays.forEach((id, entry) -> known(id, entry));
    for (Entry row : scenario.list("task_resource_distribution")) {
      listed(row.only(ROW));
    }
    for (Entry event : scenario.list("event_distribution")) {
      Node node = node(event.only(EVENT).need("event_id"));
      stations[node.index()] = new Station(Station.NOBODY, distributions.prosimos(event), null);
    }
    program.nodes().forEach(this::unlisted);
  }

  Station[] stations() {
    return stations;
  }

  private void known(String id, Entry entry) {
    if (!id.equals(ANY) && program.node(id) == null) {
      throw entry.refuse("模型里没有元素 " + id);
    }
  }

  private Node node(Entry id) {
    Node node = program.node(id.text());
    if (node == null) {
      throw id.refuse("模型里没有元素 " + id.text());
    }
    return node;
  }

  private void listed(Entry row) {
    Node node = node(row.need("task_id"));
    List<Integer> members = new ArrayList<>();
    Map<Integer, Distribution> byPerson = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (Entry one : row.need("resources").list()) {
      one.only(RESOURCE);
      Entry id = one.need("resource_id");
      List<Integer> people = staff.resource(id.text());
      if (people == null) {
        throw id.refuse("没有人员 " + id.text() + "，请在 resource_profiles 中列出");
      }
      Distribution duration = distributions.prosimos(one);
      people.forEach(person -> byPerson.put(person, duration));
      members.addAll(people);
      ids.add(id.text());
    }
    if (members.isEmpty()) {
      throw row.refuse("任务 " + node.id() + " 没有人员，永远做不完");
    }
    Set<Integer> sorted = new TreeSet<>(members);
    int pool = staff.pool(sorted, String.join("+", ids), String.join("、", ids));
    Distribution[] each = sorted.stream().map(byPerson::get).toArray(Distribution[]::new);
    stations[node.index()] = new Station(pool, each[0], each);
  }

  private void unlisted(Node node) {
    Entry duration = durations.get(node.id());
    if (node.kind() == Kind.WORK && node.work().waitsForApplicant()) {
      stations[node.index()] = nobody(applicant(node, duration));
    } else if (node.kind() == Kind.WORK && stations[node.index()] == null) {
      staffed(node, duration == null ? durations.get(ANY) : duration);
    } else if (duration != null && stations[node.index()] != null) {
      Station station = stations[node.index()];
      stations[node.index()] = new Station(station.pool(), distributions.ours(duration), null);
    } else if (duration != null) {
      stations[node.index()] = nobody(distributions.ours(duration));
    } else if (node.kind() == Kind.RECEIVE && stations[node.index()] == null && !isRace(node)) {
      throw missing(node, "要等消息", "approval.durations 或 event_distribution");
    }
  }

  /** Behind an event-based gateway a message may never come. */
  private boolean isRace(Node node) {
    return program.nodes().stream()
        .filter(one -> one.kind() == Kind.EVENT_BASED)
        .anyMatch(one -> one.outgoing().stream().anyMatch(flow -> flow.target() == node));
  }

  private Distribution applicant(Node node, Entry duration) {
    if (duration != null) {
      return distributions.ours(duration);
    }
    if (applicantDelay == null) {
      throw missing(node, "要等申请人", "approval.returns.applicantDelay 或 approval.durations");
    }
    return applicantDelay;
  }

  private void staffed(Node node, Entry duration) {
    if (duration == null) {
      throw missing(node, "要人办理", "task_resource_distribution 或 approval.durations");
    }
    List<String> groups = candidates.of(node);
    if (groups.isEmpty()) {
      // whose work it is shows only in each case, so nobody's queue can be known
      stations[node.index()] = nobody(distributions.ours(duration));
      return;
    }
    Set<Integer> members = staff.inGroups(groups);
    if (members.isEmpty()) {
      throw Refusal.at(
          "元素 " + node.id() + "（" + node.name() + "）",
          "没有人能办：它属于部门 " + String.join("、", groups) + "，请在 approval.staff 中配上人员");
    }
    String name = String.join("、", groups.stream().map(groupName).toList());
    int pool = staff.pool(members, String.join("+", groups), name);
    Entry delay = delays.get(node.id());
    stations[node.index()] =
        new Station(
            pool,
            distributions.ours(duration),
            null,
            delay == null ? null : distributions.ours(delay));
  }

  private static Station nobody(Distribution duration) {
    return new Station(Station.NOBODY, duration, null);
  }

  private static Problem missing(Node node, String why, String where) {
    return Refusal.at(
        "元素 " + node.id() + "（" + node.name() + "）", why + "，但情景没有给出时长，请写在 " + where + " 中");
  }
}
