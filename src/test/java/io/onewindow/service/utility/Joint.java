package io.onewindow.service.utility;

import static io.onewindow.story.Applications.with;

import io.onewindow.story.Hall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** What people do in a joint application, for stories that tell of something else. */
final class Joint {

  static final String SERVICE = "utility-connection";

  private final Hall hall;
  private final TaskService tasks;
  private final String place;
  private final ProcessInstance theCase;

  private Joint(Hall hall, TaskService tasks, String place, ProcessInstance theCase) {
    this.hall = hall;
    this.tasks = tasks;
    this.place = place;
    this.theCase = theCase;
  }

  /** An application of its own for these, e.g. {@code wantWater}; for the package without any. */
  static Map<String, Object> application(String... wanted) {
    Map<String, Object> form = Connections.builder();
    form.put("singleForm", "no");
    form.put("offer", wanted.length == 0 ? "package" : "choice");
    for (String wish : wanted) {
      form.put(wish, true);
    }
    return form;
  }

  /** What the project's single form brings, with the design fixed on that day. */
  static Map<String, Object> pushed(String designFixedOn, String... wanted) {
    return with(
        application(wanted),
        Map.of(
            "singleForm", "yes",
            "projectCode", "2024-371522-47-01-123456",
            "designFixedOn", designFixedOn,
            "permitIssued", "no"));
  }

  static Joint received(Hall hall, TaskService tasks, String place, Map<String, Object> form) {
    return new Joint(hall, tasks, place, hall.starts(place + "Clerk", SERVICE, form));
  }

  ProcessInstance theCase() {
    return theCase;
  }

  Joint accepted(String lead) {
    hall.completes(place + lead, theCase, "综合受理", Map.of("acceptanceDecision", "accept"));
    return this;
  }

  Joint visited(String lead, String day) {
    hall.completes(
        place + lead,
        theCase,
        "组织联合踏勘",
        Map.of("visitDate", day, "visitRecord", "供水、燃气、供电到场，查看接驳点"));
    return this;
  }

  /** One utility fills in its opinion; its task is found by what it stands for. */
  Joint surveyed(String office, String utility, Map<String, Object> found) {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceId(theCase.getId())
            .taskDefinitionKey("userTask_survey")
            .list()
            .stream()
            .filter(one -> utility.equals(tasks.getVariable(one.getId(), "utility")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no survey of " + utility));
    hall.as(
        place + office,
        () -> {
          tasks.complete(task.getId(), with(Map.of("surveyResult", "ok"), found));
          return null;
        });
    return this;
  }

  Joint planned(String lead, Map<String, Object> plan) {
    hall.completes(
        place + lead,
        theCase,
        "形成共享方案",
        with(
            Map.of(
                "sharedPlanNo", "LHFA-2026-0001",
                "sharedPlan", "沿通运路北侧一次开挖，自南向北为水、气、热",
                "worksBy", "none",
                "jointLine", "no"),
            plan));
    return this;
  }

  Joint worked(String task, String office, String day) {
    Map<String, Object> form = new HashMap<>();
    form.put("worksDoneOn", day);
    form.put("worksUnits", "供水公司、燃气公司");
    form.put("worksNote", "敷设管线180米，路面已恢复");
    if (task.equals("组织同步施工")) {
      form.put("worksTogether", "yes");
    }
    hall.completes(place + office, theCase, task, form);
    return this;
  }

  Joint checked(String lead, String day) {
    hall.completes(
        place + lead, theCase, "同步核验", Map.of("checkedOn", day, "checkNote", "供水、燃气到场，符合接入条件"));
    return this;
  }

  /** A shared line across a road, built by the utilities. */
  static Map<String, Object> sharedLine(String plannedStart) {
    return Map.of(
        "jointLine", "yes",
        "worksBy", "utilities",
        "lineName", "通运路综合管线接入工程",
        "plannedStart", plannedStart,
        "jointLineLength", "120",
        "commitmentRequested", "no",
        "roadExcavation", "yes",
        "greeneryChange", "no",
        "waterFacilityChange", "no",
        "simplifiedProcedure", "no");
  }

  static Map<String, Object> water(String outerLine) {
    return Map.of(
        "waterPipe", "100",
        "dailyWater", "80",
        "waterMeters", "320",
        "waterUse", "household",
        "waterOuterLine", outerLine,
        "waterCustomerWorks", "no");
  }

  static Map<String, Object> gas(String outerLine) {
    return Map.of(
        "gasUse", "household",
        "gasFlow", "25",
        "gasHouseholds", "320",
        "gasOuterLine", outerLine,
        "gasCustomerWorks", "no");
  }

  static Map<String, Object> drains(String outerLine) {
    return Map.of(
        "drainageKind", "separate",
        "drainagePipe", "300",
        "dailyDischarge", "120",
        "drainagePlan", "污水经化粪池后接入振兴街市政污水管",
        "drainageOuterLine", outerLine);
  }

  static Map<String, Object> heat() {
    return Map.of(
        "heatArea", "35000",
        "heatBuilding", "residential",
        "heatSupply", "substation",
        "heatHouseholds", "320",
        "heatSeason", "2026",
        "heatOuterLine", "no");
  }

  static Map<String, Object> telecom() {
    return Map.of(
        "operatorMobile", true,
        "operatorUnicom", true,
        "telecomPorts", "320",
        "telecomDemand", "共享管道",
        "telecomOuterLine", "no");
  }

  static Map<String, Object> problems(Map<String, Object> found, String problems) {
    return with(found, Map.of("surveyResult", "problems", "surveyProblems", problems));
  }

  /** What a shop needs, in that unit. */
  static Map<String, Object> lowVoltage(String capacity, String unit, String worksNeeded) {
    Map<String, Object> form = new HashMap<>();
    form.put("voltage", "low");
    form.put("customerType", "enterprise");
    form.put("worksNeeded", worksNeeded);
    form.put("registeredAddress", "莘县通运路北、振兴街东");
    form.put("capacity", capacity);
    form.put("capacityUnit", unit);
    form.put("cumulativeCapacity", capacity);
    form.put("tariff", "general-commercial");
    form.put("newInstallation", "yes");
    form.put("groupCustomer", "no");
    form.put("directSupply", "yes");
    form.put("phases", "three");
    if (worksNeeded.equals("yes")) {
      form.put("planOnVisit", "no");
      form.put("powerOuterLine", "no");
    }
    return form;
  }

  static Map<String, Object> highVoltage(String capacity, String supplies) {
    return Map.of(
        "voltage", "10kv",
        "capacity", capacity,
        "capacityUnit", "kVA",
        "supplies", supplies,
        "site", "other",
        "conversionProject", "no",
        "keyProject", "no",
        "planOnVisit", "no",
        "powerOuterLine", "no");
  }

  /** The supply plan, answered on the visit. */
  static Map<String, Object> planAnswered(String customerWorks) {
    return Map.of(
        "planOnVisit", "yes",
        "supplyPlanNo", "GDFA-2026-0001",
        "supplyPlan", "由公用变台架接入，单相计量",
        "meterToBoundary", "20",
        "customerWorks", customerWorks);
  }

  /** A line for power of so many metres through that, planned for a day. */
  static Map<String, Object> powerLine(String capacity, String metres, String crossing) {
    Map<String, Object> form = new HashMap<>();
    form.put("powerOuterLine", "yes");
    form.put("lineLength", metres);
    form.put("crossing", crossing);
    form.put("lineCapacity", capacity);
    form.put("lineCapacityUnit", "kW");
    form.put("interestedParties", "no");
    form.put("shortDistance", "no");
    form.put("filingChoice", "commitment");
    form.put("plannedStart", "2026-10-12");
    form.put("lineDescription", "自启明线12号杆沿通运路北侧接入用户红线");
    return form;
  }

  /** Names of the offices that have still to fill in an opinion. */
  List<String> surveying() {
    return tasks
        .createTaskQuery()
        .processInstanceId(theCase.getId())
        .taskDefinitionKey("userTask_survey")
        .list()
        .stream()
        .map(task -> (String) tasks.getVariable(task.getId(), "utility"))
        .sorted()
        .toList();
  }
}
