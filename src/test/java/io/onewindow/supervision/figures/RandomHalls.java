package io.onewindow.supervision.figures;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;

import io.onewindow.casefile.CaseFile;
import io.onewindow.desk.action.Act;
import io.onewindow.desk.action.ActOrder;
import io.onewindow.desk.action.TaskActs;
import io.onewindow.problem.Problem;
import io.onewindow.promise.ClockActs;
import io.onewindow.promise.Pause;
import io.onewindow.promise.PauseKind;
import io.onewindow.story.Hall;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Four halls in which anything may happen to a case at any minute, for one seed the same. */
@Component
public class RandomHalls {

  private static final String COMPANY = "company-registration";
  private static final String POWER = "low-voltage-power";

  /** Who does what, by the name of the task. */
  private static final Map<String, String> OFFICERS =
      Map.of(
          "备案刻制公章", "Police",
          "办理涉税事项", "Tax",
          "审查名称住所", "Approval",
          "统一出件", "Clerk",
          "审查申请材料", "Clerk",
          "登记补正材料", "Clerk",
          "督办并说明原因", "Supervisor",
          "受理用电申请", "Power",
          "勘查并答复方案", "Power",
          "装表接电", "Power");

  private record Running(String prefix, ProcessInstance instance) {}

  private final Hall hall;
  private final TaskService tasks;
  private final TaskActs acts;
  private final ClockActs clocks;
  private final CaseFile files;
  private final Map<String, Integer> done = new TreeMap<>();
  private final List<Running> cases = new ArrayList<>();
  private LongConsumer completed = nanos -> {};
  private Random random;
  private LocalDateTime now;

  RandomHalls(Hall hall, TaskService tasks, TaskActs acts, ClockActs clocks, CaseFile files) {
    this.hall = hall;
    this.tasks = tasks;
    this.acts = acts;
    this.clocks = clocks;
    this.files = files;
  }

  /** How often each kind of thing happened. */
  public Map<String, Integer> done() {
    return done;
  }

  public List<ProcessInstance> cases() {
    return cases.stream().map(Running::instance).toList();
  }

  /** Tells from now on how many nanoseconds each completed task took. */
  public void toldOfCompleted(LongConsumer listener) {
    completed = listener;
  }

  /** Answers every supervision of a case that is over, as its people do sooner or later. */
  public void answerSupervisions() {
    for (Running one : cases) {
      boolean over = hall.openTasks(one.instance()).isEmpty();
      List<Task> left =
          over
              ? tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(one.instance().getBusinessKey())
                  .list()
              : List.of();
      left.forEach(
          task ->
              tasks.complete(
                  task.getId(), Map.of("overdueReason", "人手不足", "correctiveAction", "加派人员")));
    }
  }

  public void open(long seed, String when) {
    random = new Random(seed);
    now = LocalDateTime.parse(when);
    done.clear();
    cases.clear();
    hall.itIs(when);
  }

  /** So many things happen, each some minutes after the other, never two at one moment. */
  public void live(int events, int longest) {
    for (int event = 0; event < events; event++) {
      timePasses(longest);
      if (cases.size() < 3 || random.nextInt(4) == 0) {
        start();
      } else {
        happen(cases.get(random.nextInt(cases.size())));
      }
    }
  }

  /** The same, and nobody comes with anything new. */
  public void goOn(int events, int longest) {
    for (int event = 0; event < events; event++) {
      timePasses(longest);
      happen(cases.get(random.nextInt(cases.size())));
    }
  }

  /** A clock that stands still goes on and a case is withdrawn, where chance has left it out. */
  public void doWhatChanceLeftOut() {
    for (Running one : cases) {
      if (!done.containsKey("resumed") && standsStill(one)) {
        timePasses(30);
        pauseOrResume(one);
      } else if (!done.containsKey("withdrawn")
          && files.find(one.instance().getBusinessKey()).isPresent()) {
        timePasses(30);
        attempt("withdrawn", () -> withdraw(one));
      }
    }
  }

  private boolean standsStill(Running one) {
    return clocks.pauses(one.instance().getId()).stream()
        .anyMatch(pause -> pause.resumedAt() == null && pause.pausedBy() != null);
  }

  private void timePasses(int longest) {
    now = now.plusMinutes(1 + random.nextInt(longest)).plusSeconds(random.nextInt(60));
    hall.itIs(now.toString());
  }

  private void start() {
    boolean power = random.nextInt(3) == 0;
    String prefix = List.of("ny", "hk", "sx", "lc").get(random.nextInt(4));
    String person = prefix + "Clerk";
    ProcessInstance one =
        hall.starts(person, power ? POWER : COMPANY, power ? household() : company());
    cases.add(new Running(prefix, one));
    count(power ? "power" : "company");
  }

  private Map<String, Object> company() {
    Map<String, Object> form =
        with(
            tradingCompany(),
            Map.of(
                "sealChoice", random.nextInt(3) > 0 ? "now" : "none",
                "taxChoice", random.nextInt(3) > 0 ? "now" : "none",
                "residence", "文庙街道金阳大街" + random.nextInt(100_000) + "号",
                "additionalPremises", random.nextInt(3) == 0 ? "二号仓库" : ""));
    form.put("enterpriseName", "宁阳县泰和" + random.nextInt(100_000) + "商贸有限公司");
    return form;
  }

  private static Map<String, Object> household() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王晓明");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("customerType", "residential");
    form.put("usageAddress", "东昌府区振兴路12号3号楼101室");
    form.put("capacity", "8");
    form.put("capacityUnit", "kW");
    form.put("tariff", "residential");
    form.put("newInstallation", "yes");
    form.put("deliveryMethod", "pickup");
    return form;
  }

  private void happen(Running one) {
    switch (random.nextInt(14)) {
      case 0 -> pauseOrResume(one);
      case 1 -> attempt("extended", () -> extend(one));
      case 2, 3 -> attempt("returned", () -> goBack(one));
      case 4 -> attempt("claimed", () -> claim(one));
      case 5 -> withdrawSometimes(one);
      default -> complete(one);
    }
  }

  private void pauseOrResume(Running one) {
    String officer = one.prefix() + (isPower(one) ? "Power" : "Approval");
    String instance = one.instance().getId();
    List<Pause> open =
        clocks.pauses(instance).stream()
            .filter(pause -> pause.resumedAt() == null && pause.pausedBy() != null)
            .toList();
    if (open.isEmpty()) {
      attempt(
          "paused",
          () -> hall.as(officer, () -> clocks.pause(instance, PauseKind.APPRAISAL, "T-1", "现场核查")));
    } else {
      attempt(
          "resumed",
          () ->
              hall.as(
                  officer,
                  () -> {
                    clocks.resume(instance, open.get(0).id());
                    return true;
                  }));
    }
  }

  private boolean isPower(Running one) {
    return one.instance().getProcessDefinitionId().startsWith(POWER);
  }

  private Object extend(Running one) {
    return hall.as(
        one.prefix() + "Leader",
        () -> {
          clocks.extend(one.instance().getId(), 1, "情形复杂");
          return true;
        });
  }

  private Object goBack(Running one) {
    Task task = anyTask(one);
    String person = one.prefix() + OFFICERS.get(task.getName());
    for (String step :
        List.of("userTask_survey", "userTask_acceptApplication", "userTask_reviewRegistration")) {
      try {
        return hall.as(
            person,
            () -> {
              acts.perform(
                  task.getId(),
                  new ActOrder(Act.RETURN.name(), "材料有误", null, null, null, step, null));
              return true;
            });
      } catch (Problem impossible) {
        // the next step may be possible
      }
    }
    throw Problem.conflict("nowhere", "没有可以退回的环节");
  }

  private Object claim(Running one) {
    Task task = anyTask(one);
    return hall.as(
        one.prefix() + OFFICERS.get(task.getName()),
        () -> {
          acts.perform(
              task.getId(), new ActOrder(Act.CLAIM.name(), "由我办理", null, null, null, null, null));
          return true;
        });
  }

  private void withdrawSometimes(Running one) {
    if (random.nextInt(5) == 0 && files.find(one.instance().getBusinessKey()).isPresent()) {
      attempt("withdrawn", () -> withdraw(one));
    }
  }

  private Object withdraw(Running one) {
    Task task = anyTask(one);
    return hall.as(
        one.prefix() + "Clerk",
        () -> {
          acts.perform(
              task.getId(),
              new ActOrder(Act.WITHDRAW_CASE.name(), "不再申请", null, null, null, null, null));
          return true;
        });
  }

  private void complete(Running one) {
    attempt(
        "completed",
        () -> {
          Task task = anyTask(one);
          Map<String, Object> form = new HashMap<>(form(one, task.getName()));
          long took =
              hall.as(
                  one.prefix() + OFFICERS.get(task.getName()),
                  () -> {
                    long begun = System.nanoTime();
                    tasks.complete(task.getId(), form);
                    return System.nanoTime() - begun;
                  });
          completed.accept(took);
          return true;
        });
  }

  private Task anyTask(Running one) {
    List<Task> open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(one.instance().getBusinessKey())
            .list()
            .stream()
            .filter(task -> OFFICERS.containsKey(task.getName()))
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
    if (open.isEmpty()) {
      throw Problem.conflict("nothing", "没有待办");
    }
    return open.get(random.nextInt(open.size()));
  }

  private Map<String, Object> form(Running one, String task) {
    String today = now.toLocalDate().toString();
    return switch (task) {
      case "备案刻制公章" -> Map.of("sealNo", "3709210012345", "sealDelivery", "onTheSpot");
      case "办理涉税事项" ->
          Map.of("taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456");
      case "审查名称住所" -> Map.of("registrationDecision", "grant");
      case "统一出件" -> Map.of("handOutMethod", "pickup", "recipientName", "王晓明");
      case "登记补正材料" -> Map.of("supplementNote", "已补齐");
      case "督办并说明原因" -> Map.of("overdueReason", "人手不足", "correctiveAction", "加派人员");
      case "受理用电申请" ->
          Map.of(
              "acceptanceDecision", "accept", "worksNeeded", random.nextBoolean() ? "yes" : "no");
      case "勘查并答复方案" ->
          Map.of(
              "supplyPlanNo", "GDFA-1",
              "supplyPlan", "由公用变台架接入，单相计量",
              "planAnsweredOn", today,
              "meterToBoundary", "20",
              "customerWorks", "no");
      case "装表接电" ->
          Map.of(
              "contractNo", "GYD-2026-0001",
              "contractSigning", "online",
              "meterNo", "3730001234567",
              "energisedOn", today);
      default -> materials(one);
    };
  }

  private Map<String, Object> materials(Running one) {
    boolean told = hall.variable(one.instance(), "missingItems") != null;
    return !told && random.nextInt(3) == 0
        ? Map.of("materialsDecision", "notice", "missingItems", "公司章程签字页")
        : Map.of("materialsDecision", "complete");
  }

  /** What is refused does not happen. */
  private void attempt(String what, Supplier<Object> deed) {
    try {
      deed.get();
      count(what);
    } catch (RuntimeException refused) {
      if (Problem.in(refused) == null) {
        throw refused;
      }
      count("refused");
    }
  }

  private void count(String what) {
    done.merge(what, 1, Integer::sum);
  }
}
