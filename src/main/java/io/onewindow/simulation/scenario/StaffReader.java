package io.onewindow.simulation.scenario;

import io.onewindow.simulation.kernel.Discipline;
import io.onewindow.simulation.kernel.Person;
import io.onewindow.simulation.kernel.PoolPlan;
import io.onewindow.simulation.time.WorkingTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads who works: Prosimos' resource profiles and our staff list, and forms pools of them. */
final class StaffReader {

  private static final Set<String> PROFILE = Set.of("id", "name", "resource_list");
  private static final Set<String> RESOURCE =
      Set.of(
          "id", "name", "cost_per_hour", "amount", "calendar", "assignedTasks", "assigned_tasks");
  private static final Set<String> STAFF =
      Set.of("id", "name", "groups", "amount", "calendar", "absences");
  private static final int MOST = 10_000;

  private final Calendars calendars;
  private final List<Person> people = new ArrayList<>();
  private final Map<String, List<Integer>> byResource = new LinkedHashMap<>();
  private final Map<String, Set<Integer>> byGroup = new LinkedHashMap<>();
  private final Map<List<Integer>, Integer> poolOf = new HashMap<>();
  private final List<PoolPlan> pools = new ArrayList<>();
  private final Map<String, Discipline> disciplines;

  StaffReader(Entry scenario, Calendars calendars, Map<String, Discipline> disciplines) {
    this.calendars = calendars;
    this.disciplines = disciplines;
    for (Entry profile : scenario.list("resource_profiles")) {
      profile.only(PROFILE);
      for (Entry one : profile.list("resource_list")) {
        resource(one.only(RESOURCE), List.of(profile.need("id").text()));
      }
    }
    Entry approval = scenario.get("approval");
    if (approval != null) {
      for (Entry one : approval.list("staff")) {
        one.only(STAFF);
        resource(one, one.need("groups").list().stream().map(Entry::text).toList());
      }
    }
  }

  private void resource(Entry one, List<String> groups) {
    String id = one.need("id").text();
    Entry calendar = one.get("calendar");
    WorkingTime duty = calendar == null ? otherwise(one) : calendars.of(calendar);
    duty = calendars.without(duty, one.list("absences"));
    int amount = one.count("amount", 1, 1, MOST);
    List<Integer> members = byResource.get(id);
    if (members != null && members.size() != amount) {
      throw one.refuse("人员 " + id + " 在别处的人数是 " + members.size() + "，应一致");
    }
    if (members == null) {
      members = new ArrayList<>();
      for (int i = 1; i <= amount; i++) {
        members.add(people.size());
        String name = one.text("name", id);
        people.add(new Person(amount == 1 ? id : id + "_" + i, name, id, duty));
      }
      byResource.put(id, members);
    }
    for (String group : groups) {
      byGroup.computeIfAbsent(group, any -> new TreeSet<>()).addAll(members);
    }
  }

  private WorkingTime otherwise(Entry one) {
    if (calendars.office() == null) {
      throw one.refuse("缺少 calendar；不写时按办公时间，须有 approval.jurisdiction");
    }
    return calendars.office();
  }

  List<Person> people() {
    return people;
  }

  List<PoolPlan> pools() {
    return pools;
  }

  Set<String> groups() {
    return byGroup.keySet();
  }

  /** Members of a resource; null when there is no such resource. */
  List<Integer> resource(String id) {
    return byResource.get(id);
  }

  /** Members of these groups. */
  Set<Integer> inGroups(Collection<String> groups) {
    Set<Integer> found = new TreeSet<>();
    groups.forEach(group -> found.addAll(byGroup.getOrDefault(group, Set.of())));
    return found;
  }

  /**
   * The pool of exactly these people.
   *
   * @param id to be given when it does not exist yet
   */
  int pool(Set<Integer> members, String id, String name) {
    List<Integer> key = List.copyOf(members);
    Integer known = poolOf.get(key);
    if (known != null) {
      return known;
    }
    Discipline discipline =
        disciplines.getOrDefault(id, disciplines.getOrDefault("*", Discipline.FIFO));
    int[] places = key.stream().mapToInt(Integer::intValue).toArray();
    pools.add(new PoolPlan(id, name, places, discipline));
    poolOf.put(key, pools.size() - 1);
    return pools.size() - 1;
  }
}
