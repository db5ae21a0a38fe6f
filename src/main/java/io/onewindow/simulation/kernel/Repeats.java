package io.onewindow.simulation.kernel;

import io.onewindow.simulation.Refusal;
import io.onewindow.simulation.model.Repetition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Runs multi-instance activities, one after the other or all at once. */
final class Repeats {

  private final Replication run;

  Repeats(Replication run) {
    this.run = run;
  }

  void begin(Activity body) {
    Repetition many = body.node.repetition();
    if (many.collection() != null) {
      Object collection = run.bindings.value(many.collection(), body);
      if (!(collection instanceof Collection<?> all)) {
        throw Refusal.at("元素 " + body.node.id(), "多实例的集合 " + many.collection() + " 不是列表");
      }
      body.elements = new ArrayList<>(all);
      body.total = body.elements.size();
    } else {
      body.total =
          (int) Double.parseDouble(run.bindings.value(many.cardinality(), body).toString());
    }
    body.inside =
        new Scope(body.ofCase(), body.scope, null, body, new Variables(body.scope.variables));
    body.inside.variables.setHere("nrOfInstances", (long) body.total);
    count(body);
    if (body.total == 0) {
      end(body);
      return;
    }
    int atOnce = many.sequential() ? 1 : body.total;
    List<Activity> instances = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      instances.add(instance(body));
    }
    for (Activity one : instances) {
      if (!body.inside.isClosed) {
        run.work.start(one);
      }
    }
  }

  private Activity instance(Activity body) {
    Activity one = new Activity(run, body.node, body.inside);
    one.isInstance = true;
    one.variables = new Variables(body.inside.variables);
    one.variables.setHere("loopCounter", (long) body.begun);
    String element = body.node.repetition().elementVariable();
    if (element != null && body.elements != null) {
      one.variables.setHere(element, body.elements.get(body.begun));
    }
    body.begun++;
    body.inside.tokens++;
    body.inside.link(one);
    return one;
  }

  void completed(Activity instance) {
    Activity body = instance.scope.host;
    body.completed++;
    body.inside.tokens--;
    count(body);
    Repetition many = body.node.repetition();
    boolean enough =
        many.completion() != null && many.completion().isTrue(run.bindings.in(body.inside, null));
    if (enough || body.completed == body.total) {
      end(body);
    } else if (many.sequential()) {
      run.work.start(instance(body));
    }
  }

  private void end(Activity body) {
    run.work.cancelAll(body.inside);
    body.inside.isClosed = true;
    body.scope.unlink(body);
    run.timers.drop(body);
    run.tokens.leave(body.scope, body.node, body.ofCase().visits[body.node.index()]);
  }

  private static void count(Activity body) {
    Variables variables = body.inside.variables;
    variables.setHere("nrOfCompletedInstances", (long) body.completed);
    variables.setHere("nrOfActiveInstances", (long) body.inside.tokens);
  }
}
