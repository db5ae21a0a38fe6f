package io.onewindow.simulation.whatif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.model.ModelSource;
import io.onewindow.simulation.scenario.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Edits that rewire the diagram; refused where one task needs what another writes. */
final class DiagramEdits {

  private final BpmnModelInstance model;
  private final DataUse data;
  private final Diagram diagram;
  private final List<String> changed = new ArrayList<>();

  DiagramEdits(BpmnModelInstance model, ModelSource source, ObjectNode scenario) {
    this.model = model;
    this.data = new DataUse(source, scenario);
    this.diagram = new Diagram(model);
    model.getModelElementsByType(SequenceFlow.class).forEach(DiagramEdits::knowEachOther);
  }

  /** Other tools leave out what a node says of its flows. */
  private static void knowEachOther(SequenceFlow flow) {
    if (!flow.getSource().getOutgoing().contains(flow)) {
      flow.getSource().getOutgoing().add(flow);
    }
    if (!flow.getTarget().getIncoming().contains(flow)) {
      flow.getTarget().getIncoming().add(flow);
    }
  }

  List<String> changed() {
    return changed;
  }

  /** What it does, in Chinese. */
  String apply(String kind, Entry edit) {
    return switch (kind) {
      case "parallelize" -> parallelize(edit, tasks(edit));
      case "serialize" -> serialize(edit, tasks(edit));
      default -> skip(edit.only(Set.of("edit", "task")).need("task"));
    };
  }

  private List<FlowNode> tasks(Entry edit) {
    edit.only(Set.of("edit", "tasks", "from", "to"));
    List<Entry> ids =
        edit.get("tasks") == null
            ? List.of(edit.need("from"), edit.need("to"))
            : edit.list("tasks");
    if (ids.size() < 2) {
      throw edit.refuse("至少应有两个任务");
    }
    return ids.stream().map(this::task).toList();
  }

  private FlowNode task(Entry id) {
    ModelElementInstance found = model.getModelElementById(id.text());
    if (!(found instanceof Task task)) {
      throw id.refuse("模型里没有任务 " + id.text());
    }
    return task;
  }

  private String parallelize(Entry edit, List<FlowNode> tasks) {
    for (int i = 0; i + 1 < tasks.size(); i++) {
      between(edit, tasks.get(i), tasks.get(i + 1));
    }
    tasks.forEach(task -> refuseInterrupted(edit, task));
    data.refuseDependence(edit, tasks, false);
    FlowNode first = tasks.get(0);
    FlowNode last = tasks.get(tasks.size() - 1);
    for (int i = 0; i + 1 < tasks.size(); i++) {
      remove(between(edit, tasks.get(i), tasks.get(i + 1)));
    }
    ParallelGateway split = gateway("whatIf_split_" + first.getId(), first);
    ParallelGateway join = gateway("whatIf_join_" + first.getId(), first);
    List.copyOf(first.getIncoming()).forEach(flow -> retarget(flow, split));
    List.copyOf(last.getOutgoing()).forEach(flow -> leaveFrom(flow, join));
    for (FlowNode task : tasks) {
      connect(split, task);
      connect(task, join);
    }
    diagram.stack(split, tasks, join);
    return "任务 " + names(tasks) + " 改为并联";
  }

  private String serialize(Entry edit, List<FlowNode> tasks) {
    FlowNode split = only(edit, tasks.get(0).getIncoming(), tasks.get(0)).getSource();
    FlowNode join = only(edit, tasks.get(0).getOutgoing(), tasks.get(0)).getTarget();
    for (FlowNode task : tasks) {
      boolean branch =
          split instanceof ParallelGateway
              && join instanceof ParallelGateway
              && only(edit, task.getIncoming(), task).getSource().equals(split)
              && only(edit, task.getOutgoing(), task).getTarget().equals(join);
      if (!branch) {
        throw edit.refuse("任务 " + task.getId() + " 不是同一对并行网关之间的一条分支，不能串联");
      }
    }
    data.refuseDependence(edit, tasks, true);
    for (int i = 1; i < tasks.size(); i++) {
      remove(only(edit, tasks.get(i).getIncoming(), tasks.get(i)));
      remove(only(edit, tasks.get(i - 1).getOutgoing(), tasks.get(i - 1)));
      connect(tasks.get(i - 1), tasks.get(i));
    }
    return "任务 " + names(tasks) + " 改为串联";
  }

  private String skip(Entry id) {
    FlowNode task = task(id);
    FlowNode next = only(id, task.getOutgoing(), task).getTarget();
    remove(only(id, task.getOutgoing(), task));
    List.copyOf(task.getIncoming()).forEach(flow -> retarget(flow, next));
    for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
      if (task.equals(event.getAttachedTo())) {
        forget(event);
      }
    }
    forget(task);
    return "略去任务 " + task.getName();
  }

  /** Removes a node, and what can then no longer be reached. */
  private void forget(FlowNode node) {
    List<FlowNode> next = node.getOutgoing().stream().map(SequenceFlow::getTarget).toList();
    List.copyOf(node.getOutgoing()).forEach(this::remove);
    data.forget(node.getId());
    diagram.forget(node);
    node.getParentElement().removeChildElement(node);
    for (FlowNode one : next) {
      if (one.getIncoming().isEmpty() && one.getParentElement() != null) {
        forget(one);
      }
    }
  }

  private SequenceFlow between(Entry edit, FlowNode from, FlowNode to) {
    SequenceFlow flow = only(edit, from.getOutgoing(), from);
    if (!flow.getTarget().equals(to) || to.getIncoming().size() != 1) {
      throw edit.refuse("任务 " + to.getId() + " 不是紧接在 " + from.getId() + " 之后，不能并联");
    }
    return flow;
  }

  private void refuseInterrupted(Entry edit, FlowNode task) {
    boolean interrupted =
        model.getModelElementsByType(BoundaryEvent.class).stream()
            .anyMatch(event -> task.equals(event.getAttachedTo()) && event.cancelActivity());
    if (interrupted) {
      throw edit.refuse("任务 " + task.getId() + " 有会中断它的边界事件，并联后汇合处会永远等待");
    }
  }

  private static SequenceFlow only(Entry edit, Collection<SequenceFlow> flows, FlowNode task) {
    if (flows.size() != 1) {
      throw edit.refuse("任务 " + task.getId() + " 应恰有一条进线和一条出线");
    }
    return flows.iterator().next();
  }

  private ParallelGateway gateway(String id, FlowNode beside) {
    ParallelGateway gateway = model.newInstance(ParallelGateway.class);
    gateway.setId(id);
    beside.getParentElement().addChildElement(gateway);
    changed.add(id);
    return gateway;
  }

  private void connect(FlowNode from, FlowNode to) {
    SequenceFlow flow = model.newInstance(SequenceFlow.class);
    flow.setId("whatIf_" + from.getId() + "_" + to.getId());
    from.getParentElement().addChildElement(flow);
    flow.setSource(from);
    flow.setTarget(to);
    from.getOutgoing().add(flow);
    to.getIncoming().add(flow);
    changed.add(flow.getId());
    diagram.draw(flow);
  }

  private void retarget(SequenceFlow flow, FlowNode to) {
    flow.getTarget().getIncoming().remove(flow);
    flow.setTarget(to);
    to.getIncoming().add(flow);
    changed.add(flow.getId());
    diagram.draw(flow);
  }

  private void leaveFrom(SequenceFlow flow, FlowNode from) {
    flow.getSource().getOutgoing().remove(flow);
    flow.setSource(from);
    from.getOutgoing().add(flow);
    changed.add(flow.getId());
    diagram.draw(flow);
  }

  private void remove(SequenceFlow flow) {
    flow.getSource().getOutgoing().remove(flow);
    flow.getTarget().getIncoming().remove(flow);
    diagram.forget(flow);
    flow.getParentElement().removeChildElement(flow);
  }

  private static String names(List<FlowNode> tasks) {
    return String.join("、", tasks.stream().map(FlowNode::getName).toList());
  }
}
