package io.onewindow.simulation.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.onewindow.simulation.kernel.Setup;
import io.onewindow.simulation.kernel.Station;
import io.onewindow.simulation.model.Kind;
import io.onewindow.simulation.model.Node;
import io.onewindow.simulation.random.Draws;
import io.onewindow.simulation.random.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Plays cases on the real engine under a clock it moves, with the draws a simulation makes: hashes
 * of seed, replication, case, element, occurrence and purpose. Nobody has to wait for anybody.
 *
 * <p>Of what happens at one instant that which was planned first comes first; the engine's ids tell
 * the order of planning, for it is given ids that count.
 */
final class EnginePlay {

  private static final int ENDLESS = 1000;

  /** What a person or a timer is going to do, and how many things had been planned before. */
  private record Planned(long at, int order, String id, boolean isTimer) {}

  private static final Comparator<Planned> ORDER =
      Comparator.comparingLong(Planned::at).thenComparing(Planned::order);

  private final ProcessEngine engine;
  private final Setup setup;
  private final JsonNode outcomes;
  private final Draws draws;
  private final EventLog log = new EventLog();

  private final Map<String, Integer> visits = new HashMap<>();
  private final Map<String, Planned> planned = new LinkedHashMap<>();
  private long now;
  private int order;

  private final String process;
  private final Map<String, String> keys = new HashMap<>();

  private EnginePlay(
      ProcessEngine engine, String process, Setup setup, JsonNode scenario, long seed) {
    this.engine = engine;
    this.process = process;
    this.setup = setup;
    this.outcomes = scenario.path("approval").path("outcomes");
    this.draws = new Draws(seed, 0);
  }

  /** Models on the engine for as long as cases are played on them. */
  static final class Stage implements AutoCloseable {

    private final ProcessEngine engine;
    private final Starts starts;
    private final String deployment;

    /**
     * @param models BPMN by process and DMN by decision, without the endings of their files
     */
    Stage(ProcessEngine engine, Starts starts, Map<String, String> models) {
      this.engine = engine;
      this.starts = starts;
      DeploymentBuilder builder = engine.getRepositoryService().createDeployment();
      models.forEach(
          (id, text) -> builder.addString(id + (text.contains("DMN") ? ".dmn" : ".bpmn"), text));
      this.deployment = builder.deploy().getId();
    }

    /**
     * What the cases of the scenario did; nothing is left of them.
     *
     * @param process the one whose instances are the cases
     */
    EventLog plays(String process, Setup setup, JsonNode scenario, long seed) {
      EnginePlay play = new EnginePlay(engine, process, setup, scenario, seed);
      starts.playing = play;
      try {
        for (int no = 0; no < setup.cases(); no++) {
          play.play(no);
        }
        play.tell();
        return play.log;
      } finally {
        ClockUtil.reset();
      }
    }

    @Override
    public void close() {
      engine.getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  private void play(int no) {
    visits.clear();
    long gap = setup.gaps().millis(0);
    move(setup.start() + no * gap);
    Node start = setup.program().process().start();
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(process, Integer.toString(no), drawn(no, start.id(), 1));
    int acts = 0;
    for (Planned next = next(no); next != null; next = next(no)) {
      if (++acts > ENDLESS) {
        throw new IllegalStateException("case " + no + " goes on and on");
      }
      move(next.at());
      if (next.isTimer()) {
        engine.getManagementService().executeJob(next.id());
      } else {
        complete(no, next);
      }
    }
  }

  private void move(long to) {
    now = to;
    ClockUtil.setCurrentTime(new Date(to));
  }

  /** Plans what has come to be open, forgets what no longer is, and answers what is first. */
  private Planned next(int no) {
    Map<String, Task> tasks = new TreeMap<>();
    engine.getTaskService().createTaskQuery().list().forEach(one -> tasks.put(one.getId(), one));
    Map<String, Job> jobs = new TreeMap<>();
    engine
        .getManagementService()
        .createJobQuery()
        .list()
        .forEach(one -> jobs.put(one.getId(), one));
    planned.keySet().removeIf(id -> !tasks.containsKey(id) && !jobs.containsKey(id));
    for (String id : inOrderOfPlanning(tasks, jobs)) {
      boolean isTimer = jobs.containsKey(id);
      long at =
          isTimer
              ? Math.max(now, jobs.get(id).getDuedate().getTime())
              : now + length(no, tasks.get(id));
      planned.put(id, new Planned(at, order++, id, isTimer));
    }
    return planned.values().stream().min(ORDER).orElse(null);
  }

  /**
   * Ids count up, so they tell what was planned first. Only timers that wait at the same place the
   * engine creates in the order of a hash table, which means nothing: they follow the model, those
   * at the border of a subprocess before those inside it.
   */
  private List<String> inOrderOfPlanning(Map<String, Task> tasks, Map<String, Job> jobs) {
    TreeSet<String> fresh = new TreeSet<>(tasks.keySet());
    fresh.addAll(jobs.keySet());
    fresh.removeAll(planned.keySet());
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (String id : fresh) {
      Job job = jobs.get(id);
      places
          .computeIfAbsent(job == null ? id : job.getExecutionId(), any -> new ArrayList<>())
          .add(id);
    }
    List<String> all = new ArrayList<>();
    for (List<String> place : places.values()) {
      place.sort(Comparator.comparing(id -> jobs.containsKey(id) ? inModel(jobs.get(id)) : 0));
      all.addAll(place);
    }
    return all;
  }

  private int inModel(Job timer) {
    String definition = timer.getJobDefinitionId();
    String element =
        engine
            .getManagementService()
            .createJobDefinitionQuery()
            .jobDefinitionId(definition)
            .singleResult()
            .getActivityId();
    Node event = node(timer.getProcessDefinitionId(), element);
    // reminders stand after the timers at the border: they belong to the task itself
    return event.kind() == Kind.BOUNDARY
        ? event.index()
        : setup.program().nodes().size() + event.index();
  }

  private long length(int no, Task task) {
    Node node = node(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    int visit = visits.merge(node.id(), 1, Integer::sum);
    engine.getTaskService().setVariableLocal(task.getId(), "visit", visit);
    Station station = setup.stations()[node.index()];
    Purpose purpose = station.pool() == Station.NOBODY ? Purpose.DELAY : Purpose.DURATION;
    return station.duration().millis(draws.key(no, Draws.hash(node.id()), visit, purpose));
  }

  private void complete(int no, Planned done) {
    Task task = engine.getTaskService().createTaskQuery().taskId(done.id()).singleResult();
    int visit = (int) engine.getTaskService().getVariableLocal(done.id(), "visit");
    engine
        .getTaskService()
        .complete(
            done.id(),
            drawn(
                no, node(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).id(), visit));
  }

  /** A called process may use an id again: there the kernel puts the process before it. */
  private Node node(String definition, String element) {
    String key =
        keys.computeIfAbsent(
            definition, id -> engine.getRepositoryService().getProcessDefinition(id).getKey());
    return ofProcess(key, element);
  }

  private Node ofProcess(String key, String element) {
    Node prefixed = setup.program().node(key + "/" + element);
    return prefixed == null ? setup.program().node(element) : prefixed;
  }

  private Map<String, Object> drawn(int no, String element, int visit) {
    Map<String, Object> values = new HashMap<>();
    outcomes
        .path(element)
        .properties()
        .forEach(
            one -> {
              long place = Draws.hash(element) ^ Draws.hash(one.getKey());
              double uniform = Draws.uniform(draws.key(no, place, visit, Purpose.OUTCOME));
              JsonNode shares = one.getValue();
              if (shares.has("first")) {
                shares = shares.get(visit == 1 ? "first" : "later");
              }
              values.put(one.getKey(), value(shares, uniform));
            });
    return values;
  }

  private static String value(JsonNode shares, double uniform) {
    double upTo = 0;
    String value = null;
    for (Map.Entry<String, JsonNode> one : shares.properties()) {
      upTo += one.getValue().asDouble();
      value = one.getKey();
      if (uniform < upTo) {
        break;
      }
    }
    return value;
  }

  /** Called when a process that another calls has begun: what its start event draws. */
  static final class Starts implements ExecutionListener {

    private EnginePlay playing;

    @Override
    public void notify(DelegateExecution execution) {
      Node start =
          playing.node(execution.getProcessDefinitionId(), execution.getCurrentActivityId());
      int visit = playing.visits.merge(start.id(), 1, Integer::sum);
      int no = Integer.parseInt(execution.getProcessBusinessKey());
      playing.drawn(no, start.id(), visit).forEach(execution::setVariable);
    }
  }

  private void tell() {
    Map<String, Long> cases = new HashMap<>();
    engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .list()
        .forEach(
            one -> {
              long no = Long.parseLong(one.getBusinessKey());
              cases.put(one.getId(), no);
              if (one.getSuperProcessInstanceId() == null && one.getEndTime() != null) {
                log.ended(no, one.getEndTime().getTime(), variables(one.getId()));
              }
            });
    engine.getHistoryService().createHistoricActivityInstanceQuery().finished().list().stream()
        .filter(one -> !EventLog.UNTOLD.contains(one.getActivityType()))
        .forEach(
            one ->
                log.add(
                    cases.get(one.getProcessInstanceId()),
                    ofProcess(one.getProcessDefinitionKey(), one.getActivityId()).id(),
                    one.getStartTime().getTime(),
                    one.getEndTime().getTime(),
                    one.isCanceled()
                        && !EventLog.ALWAYS_CANCELLED.contains(one.getActivityType())));
    engine.getHistoryService().deleteHistoricProcessInstances(List.copyOf(cases.keySet()));
  }

  private Map<String, Object> variables(String instance) {
    Map<String, Object> all = new HashMap<>();
    engine
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(instance)
        .activityInstanceIdIn(instance)
        .list()
        .forEach(one -> all.put(one.getName(), one.getValue()));
    return all;
  }
}
