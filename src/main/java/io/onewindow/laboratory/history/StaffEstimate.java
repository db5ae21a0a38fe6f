package io.onewindow.laboratory.history;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.laboratory.history.Past.Step;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who works in which departments and at which hours. People appear by number, not by name: the
 * laboratory tries processes, not persons.
 */
final class StaffEstimate {

  private final Past past;
  private final HistorySettings settings;
  private final Names names;
  private final Draft draft;

  StaffEstimate(Past past, HistorySettings settings, Names names, Draft draft) {
    this.past = past;
    this.settings = settings;
    this.names = names;
    this.draft = draft;
  }

  void estimate() {
    Map<String, List<Step>> byGroup =
        new TreeMap<>(
            past.steps().stream()
                .filter(StaffEstimate::isWork)
                .collect(groupingBy(Step::department)));
    byGroup.values().removeIf(steps -> steps.size() < settings.fewestObservations());
    ArrayNode staff = draft.approval().putArray("staff");
    Duty duty = new Duty(past, settings);
    Map<String, String> calendars = new LinkedHashMap<>();
    Map<String, Set<String>> groupsOf = new TreeMap<>();
    byGroup.forEach(
        (group, steps) -> {
          Set<String> people = people(steps);
          people.forEach(one -> groupsOf.computeIfAbsent(one, any -> new TreeSet<>()).add(group));
          duty.hours(steps).ifPresent(hours -> calendars.put(group, calendar(group, hours)));
          draft.add(figure(group, people.size(), steps.size(), calendars.containsKey(group)));
        });
    people(staff, groupsOf, calendars);
    assume(staff, byGroup.keySet());
  }

  private static boolean isWork(Step step) {
    return step.isCompleted() && !step.person().isEmpty() && !step.department().isEmpty();
  }

  /** Those who do a fair part of the work; who stood in now and then is no further person. */
  private Set<String> people(List<Step> steps) {
    Map<String, List<Step>> byPerson = steps.stream().collect(groupingBy(Step::person));
    double fair = settings.participation() * steps.size() / byPerson.size();
    byPerson.values().removeIf(own -> own.size() < fair);
    return byPerson.keySet();
  }

  private String calendar(String group, ArrayNode hours) {
    String id = "history_" + group;
    draft
        .known()
        .withArray("/resource_calendars")
        .addObject()
        .put("id", id)
        .put("name", names.group(group) + "的上班时间")
        .put("within", "office")
        .set("time_periods", hours);
    return id;
  }

  private Figure figure(String group, int people, int tasks, boolean hasCalendar) {
    return Figure.known(
        "approval.staff",
        names.group(group) + "人员",
        tasks,
        people + " 人" + (hasCalendar ? "，上班时间按实际办理的小时" : "，上班时间为办公时间"));
  }

  /** One who works in departments of different hours is there in office hours. */
  private static void people(
      ArrayNode staff, Map<String, Set<String>> groupsOf, Map<String, String> calendars) {
    int number = 1;
    for (Set<String> groups : groupsOf.values()) {
      ObjectNode person = staff.addObject().put("id", "person" + number).put("name", "人员" + number);
      ArrayNode all = person.putArray("groups");
      groups.forEach(all::add);
      String calendar = groups.size() == 1 ? calendars.get(groups.iterator().next()) : null;
      if (calendar != null) {
        person.put("calendar", calendar);
      }
      number++;
    }
  }

  /** Departments that history tells nothing of keep their assumed people. */
  private void assume(ArrayNode staff, Set<String> known) {
    for (JsonNode one : draft.assumed().at("/approval/staff")) {
      Set<String> open = new HashSet<>();
      one.path("groups").forEach(group -> open.add(group.asText()));
      open.removeAll(known);
      if (!open.isEmpty()) {
        ObjectNode kept = one.deepCopy();
        ArrayNode groups = kept.putArray("groups");
        open.stream().sorted().forEach(groups::add);
        staff.add(kept);
        draft.add(
            Figure.assumed(
                "approval.staff",
                String.join("、", open.stream().sorted().map(names::group).toList()) + "人员",
                0,
                one.path("amount").asInt(1) + " 人，历史里没有足够的办理记录"));
      }
    }
  }
}
