package io.onewindow.desk.action;

import io.onewindow.engine.CallOrigin;
import io.onewindow.engine.Callers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records what Tasklist's own buttons do: taking a task and giving it back. They ask for no reason,
 * so the record says where it was done.
 */
@Component
class NativeClaims {

  private static final Pattern BUTTON = Pattern.compile("/task/([^/]+)/(claim|unclaim)/?$");

  private final CallOrigin origin;
  private final Callers callers;
  private final SigningLog log;

  NativeClaims(CallOrigin origin, Callers callers, SigningLog log) {
    this.origin = origin;
    this.callers = callers;
    this.log = log;
  }

  @EventListener(condition = "#task.eventName == 'assignment' || #task.eventName == 'update'")
  void changed(DelegateTask task) {
    Optional<Matcher> button = origin.path().map(BUTTON::matcher).filter(Matcher::find);
    if (button.isEmpty() || !button.get().group(1).equals(task.getId())) {
      return;
    }
    boolean claim = button.get().group(2).equals("claim");
    String caller = callers.current().orElseThrow().id();
    if (claim && task.getEventName().equals("assignment")) {
      log.write(Act.CLAIM, task, caller, null, task.getAssignee(), "在任务列表中认领");
    } else if (!claim && task.getEventName().equals("update")) {
      log.write(Act.RELEASE, task, caller, caller, null, "在任务列表中放回部门待办");
    }
  }
}
