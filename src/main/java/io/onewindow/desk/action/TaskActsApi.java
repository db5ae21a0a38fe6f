package io.onewindow.desk.action;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The officers' acts for other programs, under the permissions of who signs in. */
@RestController
class TaskActsApi {

  /** Why a deputy is no longer needed. */
  record Cancellation(String reason) {}

  /** The id of what was made. */
  record Made(String id) {}

  /** How many tasks moved. */
  record Moved(int tasks) {}

  private final TaskActs acts;
  private final ActsViews views;
  private final Deputies deputies;
  private final Reassignments reassignments;
  private final DeskViews desk;

  TaskActsApi(
      TaskActs acts,
      ActsViews views,
      Deputies deputies,
      Reassignments reassignments,
      DeskViews desk) {
    this.acts = acts;
    this.views = views;
    this.deputies = deputies;
    this.reassignments = reassignments;
    this.desk = desk;
  }

  /** What may be done with the task, and what was. */
  @GetMapping("/api/v1/tasks/{taskId}/actions")
  ActsView show(@PathVariable String taskId) {
    return views.of(taskId);
  }

  /** Does one of them; the task may be out of the caller's sight afterwards. */
  @PostMapping(value = "/api/v1/tasks/{taskId}/actions", consumes = "application/json")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void perform(@PathVariable String taskId, @RequestBody ActOrder order) {
    acts.perform(taskId, order);
  }

  /** The audit of a case. */
  @GetMapping("/api/v1/cases/{receiptNo}/actions")
  List<ActsView.Line> audit(@PathVariable String receiptNo) {
    return views.ofCase(receiptNo);
  }

  @GetMapping("/api/v1/deputies")
  List<DeskViews.DeputyView> openDeputies() {
    return desk.deputies();
  }

  @PostMapping(value = "/api/v1/deputies", consumes = "application/json")
  @ResponseStatus(HttpStatus.CREATED)
  Made appoint(@RequestBody DeputyOrder order) {
    return new Made(deputies.appoint(order));
  }

  @PostMapping(value = "/api/v1/deputies/{id}/cancellation", consumes = "application/json")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable String id, @RequestBody Cancellation order) {
    deputies.cancel(id, order.reason());
  }

  /** The tasks that a reassignment would move. */
  @GetMapping("/api/v1/reassignments")
  List<DeskViews.TaskView> meant(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String fromGroup) {
    return desk.meant(new ReassignmentOrder(from, fromGroup, null, null, null));
  }

  @PostMapping(value = "/api/v1/reassignments", consumes = "application/json")
  Moved reassign(@RequestBody ReassignmentOrder order) {
    return new Moved(reassignments.reassign(order));
  }
}
