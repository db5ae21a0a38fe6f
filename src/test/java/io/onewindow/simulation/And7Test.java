package io.onewindow.simulation;

import io.onewindow.simulation.kernel.Replication;
import io.onewindow.simulation.kernel.Tally;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.model.Program;
import io.onewindow.simulation.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** The reference model AND7: seven departments in parallel, whose waits are known exactly. */
class And7Test {

  @Test
  void company() {
    Program program = Models.program(Models.SOURCE.process("company-registration").get());
    var json = Models.json(Models.resource("assumptions/company-registration.json"));
    Scenario scenario =
        new io.onewindow.simulation.scenario.ScenarioReader(Models.SOURCE).read(json, program);
    for (int r = 0; r < 6; r++) {
      long t = System.nanoTime();
      Tally tally = Replication.run(scenario.setup(), 7, r, TaskLog.NONE, () -> false);
      System.out.println(
          (System.nanoTime() - t) / 1e6
              + " ms "
              + tally.cases().ended()
              + " "
              + tally.brokenInvariants());
      tally
          .steps()
          .forEach(
              (s, v) ->
                  System.out.println(
                      s
                          + " "
                          + v.promiseId()
                          + " kept "
                          + v.kept()
                          + " late "
                          + v.late()
                          + " open "
                          + v.open()));
      if (r == 5)
        program
            .nodes()
            .forEach(
                n -> {
                  var x = tally.node(n);
                  if (x != null)
                    System.out.println(
                        n.id()
                            + " "
                            + x.count()
                            + " wait "
                            + x.waiting().mean() / 60000
                            + " cycle "
                            + x.cycle().mean() / 60000
                            + " cancelled "
                            + x.cancelled());
                });
      for (int p = 0; p < scenario.setup().pools().size(); p++)
        System.out.print(
            scenario.setup().pools().get(p).name() + " " + tally.pool(p).utilisation() + "; ");
    }
  }

  @Test
  void smoke() {
    Program program = Models.program(Models.resource("and7.bpmn"));
    Scenario scenario = Models.scenario(Models.json(Models.resource("and7.json")), program);
    for (int r = 0; r < 6; r++) {
      long t = System.nanoTime();
      Tally tally = Replication.run(scenario.setup(), 7, r, TaskLog.NONE, () -> false);
      System.out.println(
          (System.nanoTime() - t) / 1e6
              + " ms "
              + tally.node(program.node("T0")).waiting().mean() / 1000
              + " "
              + tally.node(program.node("T1")).waiting().mean() / 1000
              + " "
              + tally.node(program.node("T7")).waiting().mean() / 1000
              + " "
              + tally.node(program.node("T8")).waiting().mean() / 1000
              + " "
              + tally.cases().cycle().mean() / 1000
              + " "
              + tally.brokenInvariants()
              + " "
              + tally.strongestCorrelation()
              + " "
              + tally.pool(0).utilisation());
    }
  }
}
