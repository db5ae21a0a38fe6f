package io.onewindow.simulation.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.calendar.Term;
import io.onewindow.simulation.scenario.Entry;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Edits that change numbers of the scenario and leave the diagram alone. */
final class ScenarioEdits {

  private final ObjectNode scenario;
  private final ObjectNode approval;

  private final Names names;

  /**
   * @param model whose elements the scenario names; null where nobody is told
   */
  ScenarioEdits(ObjectNode scenario, BpmnModelInstance model) {
    this.scenario = scenario;
    this.approval = WhatIf.approval(scenario);
    this.names = new Names(approval, model);
  }

  /** What it does, in Chinese. */
  String apply(String kind, Entry edit) {
    return switch (kind) {
      case "setLimit" -> setLimit(edit.only(Set.of("edit", "step", "limit")));
      case "addStaff" ->
          addStaff(edit.only(Set.of("edit", "group", "resource", "amount", "calendar")));
      case "setCalendar" -> setCalendar(edit.only(Set.of("edit", "group", "resource", "calendar")));
      case "setReturnRate" -> setReturnRate(edit.only(Set.of("edit", "rate")));
      case "scaleArrivals" -> scaleArrivals(edit.only(Set.of("edit", "factor")));
      case "setDuration" -> setDuration(edit.only(Set.of("edit", "task", "distribution")));
      case "useJurisdiction" -> useJurisdiction(edit.only(Set.of("edit", "jurisdiction")));
      default ->
          throw edit.need("edit")
              .refuse(
                  "不认识改动“"
                      + kind
                      + "”，可用的有：setLimit、addStaff、setCalendar、setReturnRate、"
                      + "scaleArrivals、setDuration、parallelize、serialize、skipTask、"
                      + "useModelVersion、useJurisdiction");
    };
  }

  private String setLimit(Entry edit) {
    String step = edit.need("step").text();
    Entry limit = edit.need("limit");
    approval.withObject("/limits").put(step, limit.text());
    return "步骤 " + names.step(step) + " 的时限改为 " + term(limit).chinese();
  }

  private static Term term(Entry limit) {
    try {
      return Term.parse(limit.text());
    } catch (IllegalArgumentException malformed) {
      throw limit.refuse(malformed.getMessage());
    }
  }

  private String addStaff(Entry edit) {
    int amount = edit.count("amount", 1, 1, 10_000);
    Entry resource = edit.get("resource");
    if (resource != null) {
      ObjectNode one = resource(resource);
      one.put("amount", one.path("amount").asInt(1) + amount);
      return "人员 " + resource.text() + " 增加 " + amount + " 人";
    }
    String group = edit.need("group").text();
    ObjectNode like = ofGroup(edit.need("group"));
    if (!like.has("groups")) {
      like.put("amount", like.path("amount").asInt(1) + amount);
      return "部门 " + names.group(group) + " 增加 " + amount + " 人";
    }
    ArrayNode staff = approval.withArray("/staff");
    ObjectNode more = staff.addObject();
    more.put("id", "added_" + group + "_" + staff.size());
    more.put("name", like.path("name").asText(group));
    more.putArray("groups").add(group);
    more.put("amount", amount);
    JsonNode calendar =
        edit.get("calendar") == null ? like.get("calendar") : edit.get("calendar").node();
    if (calendar != null) {
      more.set("calendar", calendar);
    }
    return "部门 " + names.group(group) + " 增加 " + amount + " 人";
  }

  private ObjectNode ofGroup(Entry group) {
    for (JsonNode one : approval.path("staff")) {
      for (JsonNode name : one.path("groups")) {
        if (name.asText().equals(group.text())) {
          return (ObjectNode) one;
        }
      }
    }
    for (JsonNode profile : scenario.path("resource_profiles")) {
      boolean same = profile.path("id").asText().equals(group.text());
      if (same && profile.path("resource_list").size() > 0) {
        return (ObjectNode) profile.path("resource_list").get(0);
      }
    }
    throw group.refuse("没有部门 " + group.text() + " 的人员");
  }

  private ObjectNode resource(Entry id) {
    for (JsonNode profile : scenario.path("resource_profiles")) {
      for (JsonNode one : profile.path("resource_list")) {
        if (one.path("id").asText().equals(id.text())) {
          return (ObjectNode) one;
        }
      }
    }
    for (JsonNode one : approval.path("staff")) {
      if (one.path("id").asText().equals(id.text())) {
        return (ObjectNode) one;
      }
    }
    throw id.refuse("没有人员 " + id.text());
  }

  private String setCalendar(Entry edit) {
    String calendar = edit.need("calendar").text();
    Entry resource = edit.get("resource");
    if (resource != null) {
      resource(resource).put("calendar", calendar);
      return "人员 " + resource.text() + " 的日历改为 " + named(calendar);
    }
    Entry group = edit.need("group");
    ofGroup(group);
    for (JsonNode one : approval.path("staff")) {
      for (JsonNode name : one.path("groups")) {
        if (name.asText().equals(group.text())) {
          ((ObjectNode) one).put("calendar", calendar);
        }
      }
    }
    for (JsonNode profile : scenario.path("resource_profiles")) {
      if (profile.path("id").asText().equals(group.text())) {
        profile.path("resource_list").forEach(one -> ((ObjectNode) one).put("calendar", calendar));
      }
    }
    return "部门 " + names.group(group.text()) + " 的日历改为 " + named(calendar);
  }

  private String named(String calendar) {
    for (JsonNode one : scenario.path("resource_calendars")) {
      if (one.path("id").asText().equals(calendar) && one.hasNonNull("name")) {
        return one.get("name").asText();
      }
    }
    return switch (calendar) {
      case "office" -> "办公时间";
      case "always" -> "全天候";
      default -> calendar;
    };
  }

  private String setReturnRate(Entry edit) {
    double rate = edit.need("rate").share();
    if (!approval.has("returns")) {
      throw edit.refuse("情景没有 approval.returns，不知道在哪个任务退回");
    }
    approval.withObject("/returns").put("rate", rate);
    return "退回率改为 " + Math.round(rate * 1000) / 10.0 + "%";
  }

  private String scaleArrivals(Entry edit) {
    double factor = edit.need("factor").number();
    if (!(factor > 0) || factor > 1000) {
      throw edit.need("factor").refuse("应大于 0 且不超过 1000");
    }
    double before = approval.path("arrivalFactor").asDouble(1);
    approval.put("arrivalFactor", before * factor);
    return "来件量改为 " + factor + " 倍";
  }

  private String setDuration(Entry edit) {
    String task = edit.need("task").text();
    approval.withObject("/durations").set(task, edit.need("distribution").node().deepCopy());
    return "任务 " + names.task(task) + " 的办理时长改变";
  }

  private String useJurisdiction(Entry edit) {
    String place = edit.need("jurisdiction").text();
    approval.put("jurisdiction", place);
    return "改按 " + names.place(place) + " 的方案";
  }
}
