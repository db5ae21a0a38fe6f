package io.onewindow.commandline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.model.ProgramReader;
import io.onewindow.simulation.result.Origin;
import io.onewindow.simulation.result.Sentences;
import io.onewindow.simulation.scenario.Assumptions;
import io.onewindow.simulation.scenario.ScenarioFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** {@code simulate}: tries a scenario on a model, without server and database. */
final class Simulate implements Command {

  private static final int MOST_THREADS = 256;

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String usage() {
    return """
        用法：java -jar onewindow.jar simulate --model <BPMN 文件> | --service <事项>
              --scenario <情景 JSON> --out <输出目录> [--threads <线程数>]
          仿真一个情景，不启动服务，不用数据库
          --model    任一 BPMN 文件；它调用的流程、决策和表单先在同一目录找，再用系统自带的
          --service  系统自带的事项，如 company-registration；情景没写的用标明的假设补足
          --scenario Prosimos 的 JSON，加上 approval 部分（格式见 scenario.schema.json）
          --out      写入 result.json（全部指标）、report.html（中文报告）；approval.log 为 true
                     时另写 tasks.csv（Prosimos 的列）；有改图的改动时另写 what-if.bpmn
          退出码：0 完成；1 模型或情景被拒绝，没有留下任何文件；2 用法不对
        """
        .stripTrailing();
  }

  @Override
  public Set<String> required() {
    return Set.of("scenario", "out");
  }

  @Override
  public Set<String> optional() {
    return Set.of("model", "service", "threads");
  }

  @Override
  public Work prepare(Options options) {
    String file = options.value("model");
    String service = options.value("service");
    if ((file == null) == (service == null)) {
      throw new WrongUse("--model 与 --service 应恰有一个");
    }
    int threads = threads(options.value("threads"));
    Path out = Path.of(options.value("out"));
    ModelFiles files = new ModelFiles(file == null ? null : Path.of(file).toAbsolutePath());
    byte[] bpmn = file == null ? files.service(service) : ModelFiles.read(Path.of(file));
    BpmnModelInstance model = ProgramReader.parse(bpmn, file == null ? service : file);
    ObjectNode given = ScenarioFile.parse(TextFile.read(Path.of(options.value("scenario"))));
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    Assumptions scenario = Assumptions.fill(given, process.getId());
    Laboratory.Trial trial = new Laboratory(files).prepare(scenario.tree(), model);
    Origin origin = Origin.of(bpmn, model, scenario, trial.baseline().plan().seed());
    return (application, terminal) ->
        run(trial, origin, new SimulationFiles(out), threads, terminal);
  }

  private static void run(
      Laboratory.Trial trial,
      Origin origin,
      SimulationFiles files,
      int threads,
      PrintStream terminal) {
    Laboratory.Outcome outcome = files.write(trial, origin, threads);
    Sentences.alone(outcome.before()).forEach(terminal::println);
    if (outcome.after() != null) {
      Sentences.compared(
              outcome.before(),
              outcome.after(),
              outcome.before().differences(outcome.after()),
              outcome.whatIf().told())
          .forEach(terminal::println);
    }
    terminal.println("结果已写入 " + files.folder());
  }

  private static int threads(String text) {
    if (text == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!text.matches("\\d{1,3}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_THREADS) {
      throw new WrongUse("--threads 应为 1 至 " + MOST_THREADS + " 的整数");
    }
    return Integer.parseInt(text);
  }
}
