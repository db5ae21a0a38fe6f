package io.onewindow.promise;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Re-dating for administrators: preview, apply, stop, continue. */
@RestController
@RequestMapping("/api/v1/redatings")
class RedatingApi {

  /**
   * A request for a preview.
   *
   * @param jurisdictions empty or missing for all
   */
  record NewRedating(Set<String> jurisdictions, String reason) {}

  private static final String ADMINISTRATORS = "camunda-admin";
  private static final int MOST_LINES = 200;
  private static final int MOST_RUNS = 20;

  private final Redating redating;
  private final StepNames names;
  private final Callers callers;
  private final RuntimeService runtime;

  RedatingApi(Redating redating, StepNames names, Callers callers, RuntimeService runtime) {
    this.redating = redating;
    this.names = names;
    this.callers = callers;
    this.runtime = runtime;
  }

  /** 201 with the preview; nothing has changed. */
  @PostMapping
  ResponseEntity<RedatingAnswer> preview(@RequestBody NewRedating wanted) {
    String by = administrator();
    Set<String> places = wanted.jurisdictions() == null ? Set.of() : wanted.jurisdictions();
    RedatingRun run = redating.preview(places, wanted.reason(), by);
    return ResponseEntity.created(URI.create("/api/v1/redatings/" + run.id())).body(answer(run));
  }

  /** The latest runs without their lines, the newest first. */
  @GetMapping
  List<RedatingAnswer> latest() {
    administrator();
    return redating.latest(MOST_RUNS).stream()
        .map(run -> RedatingAnswer.of(run, List.of(), Map.of(), names::of))
        .toList();
  }

  @GetMapping("/{id}")
  RedatingAnswer show(@PathVariable String id) {
    administrator();
    return answer(redating.find(id));
  }

  @PostMapping("/{id}/application")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RedatingAnswer apply(@PathVariable String id) {
    return answer(redating.apply(id, administrator()));
  }

  @PostMapping("/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RedatingAnswer stop(@PathVariable String id) {
    return answer(redating.stop(id, administrator()));
  }

  @PostMapping("/{id}/continuation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RedatingAnswer goOn(@PathVariable String id) {
    return answer(redating.goOn(id, administrator()));
  }

  private RedatingAnswer answer(RedatingRun run) {
    List<RedatingLine> lines = redating.lines(run.id(), MOST_LINES);
    return callers.asSystem(() -> RedatingAnswer.of(run, lines, receiptNumbers(lines), names::of));
  }

  /** Business keys of the cases that still run. */
  private Map<String, String> receiptNumbers(List<RedatingLine> lines) {
    Set<String> cases = new HashSet<>();
    lines.forEach(line -> cases.add(line.processInstanceId()));
    if (cases.isEmpty()) {
      return Map.of();
    }
    return runtime.createProcessInstanceQuery().processInstanceIds(cases).list().stream()
        .filter(instance -> instance.getBusinessKey() != null)
        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }

  private String administrator() {
    Caller caller = callers.current().orElseThrow(() -> Problem.of(401, "login-required", "请先登录。"));
    if (!caller.groups().contains(ADMINISTRATORS)) {
      throw Problem.forbidden("administrators-only", "重新计算期限须由系统管理员办理。");
    }
    return caller.id();
  }
}
