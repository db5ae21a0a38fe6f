package io.onewindow.simulation.model;

import io.onewindow.problem.Problem;
import io.onewindow.simulation.Refusal;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.ModelParseException;

/** Reads a model and all it calls; refuses by id what the kernel does not run. */
public final class ProgramReader {

  private final ModelSource source;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Container> processes = new HashMap<>();
  private int flows;
  private final Set<String> own = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private String main;
  private String reading;
  private final List<String> unsupported = new ArrayList<>();

  private ProgramReader(ModelSource source) {
    this.source = source;
  }

  /**
   * @throws Problem naming every element that cannot be simulated
   */
  public static Program read(BpmnModelInstance model, ModelSource source) {
    ProgramReader reader = new ProgramReader(source);
    Process own = only(model);
    model.getModelElementsByType(FlowNode.class).forEach(one -> reader.own.add(one.getId()));
    reader.main = own.getId();
    Container process = reader.process(own);
    if (!reader.unsupported.isEmpty()) {
      throw Refusal.at("模型 " + process.id(), "下列元素不能仿真：" + String.join("；", reader.unsupported));
    }
    Reachability.settle(reader.nodes);
    Soundness.check(reader.nodes);
    return new Program(process, reader.nodes, reader.flows);
  }

  /**
   * @param name what to call the text in a refusal
   */
  public static BpmnModelInstance parse(byte[] bpmn, String name) {
    if (Nesting.isTooDeep(bpmn)) {
      throw Refusal.at(name, "元素嵌套超过 " + Nesting.DEEPEST + " 层");
    }
    try {
      return Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
    } catch (ModelParseException malformed) {
      throw Refusal.at(name, "不是有效的 BPMN 文件，请核对文件完整、编码与声明一致，元素符合 BPMN 2.0");
    }
  }

  private static Process only(BpmnModelInstance model) {
    Collection<Process> all = model.getModelElementsByType(Process.class);
    List<Process> executable =
        all.size() == 1 ? List.copyOf(all) : all.stream().filter(Process::isExecutable).toList();
    if (executable.size() != 1) {
      throw Refusal.at("模型", "应恰有一个可执行的流程，现有 " + executable.size() + " 个");
    }
    return executable.get(0);
  }

  private Container process(Process process) {
    Container container = new Container(process.getId(), process.getName());
    container.sharedPart(isSharedPart(process));
    processes.put(process.getId(), container);
    String around = reading;
    reading = process.getId();
    Container read = fill(container, process.getFlowElements());
    reading = around;
    if (container.start() != null) {
      container.start().work(TaskReader.listeners(process, container.start().work()));
    }
    return read;
  }

  private static boolean isSharedPart(Process process) {
    ExtensionElements extensions = process.getExtensionElements();
    return extensions != null
        && extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .anyMatch(
                one ->
                    "sharedPart".equals(one.getCamundaName())
                        && "true".equals(one.getCamundaValue()));
  }

  private Container called(String id, String by) {
    Container known = processes.get(id);
    if (known != null) {
      return known;
    }
    byte[] bpmn =
        source
            .process(id)
            .orElseThrow(
                () -> Refusal.at("元素 " + by, "找不到它调用的流程 " + id + "，请把 " + id + ".bpmn 放在同一目录"));
    return process(only(parse(bpmn, id)));
  }

  private Container fill(Container container, Collection<FlowElement> elements) {
    Map<String, Node> here = new HashMap<>();
    for (FlowElement element : elements) {
      if (element instanceof FlowNode flowNode) {
        node(flowNode, container, here);
      }
    }
    for (FlowElement element : elements) {
      if (element instanceof SequenceFlow flow) {
        connect(flow, here);
      } else if (element instanceof BoundaryEvent event && here.containsKey(event.getId())) {
        attach(event, here);
      }
    }
    return container;
  }

  private void node(FlowNode element, Container container, Map<String, Node> here) {
    if (element.getId() == null) {
      throw Refusal.at("流程 " + reading, "有的元素没有编号（id）");
    }
    Kind kind = Elements.kind(element);
    String refused = kind == null ? Elements.describe(element) : EventReader.unsupported(element);
    if (refused != null) {
      unsupported.add(element.getId() + "（" + refused + "）");
      return;
    }
    Node node = new Node(nodes.size(), id(element), element.getName(), kind, container);
    nodes.add(node);
    here.put(element.getId(), node);
    EventReader.read(element, node);
    node.work(TaskReader.read(element));
    node.repeat(Repetitions.read(element, unsupported));
    container.add(node);
    if (element instanceof SubProcess inner) {
      node.contain(fill(new Container(inner.getId(), inner.getName()), inner.getFlowElements()));
      EventReader.readStart(node);
    } else if (element instanceof CallActivity call) {
      node.contain(called(call.getCalledElement(), call.getId()));
    }
  }

  /** A called process may use an id again; there it is told apart by the process it stands in. */
  private String id(FlowNode element) {
    boolean called = !reading.equals(main);
    boolean ambiguous = called && own.contains(element.getId()) || taken.contains(element.getId());
    String id = ambiguous ? reading + "/" + element.getId() : element.getId();
    taken.add(id);
    return id;
  }

  private void attach(BoundaryEvent event, Map<String, Node> here) {
    Node host = here.get(event.getAttachedTo().getId());
    if (host != null) {
      host.attach(here.get(event.getId()));
    }
  }

  private void connect(SequenceFlow flow, Map<String, Node> here) {
    Node from = here.get(flow.getSource().getId());
    Node to = here.get(flow.getTarget().getId());
    if (from != null && to != null) {
      from.add(Elements.flow(flow, flows++)).connect(from, to);
      to.countIncoming();
    }
  }
}
