package io.onewindow.supervision.conformance;

import io.onewindow.engine.Caller;
import io.onewindow.problem.Problem;
import io.onewindow.supervision.history.CaseSelections;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far cases kept to their models, for supervisors. */
@RestController
class ConformanceApi {

  private static final int LARGEST_PAGE = 200;

  private final CaseSelections selections;
  private final Conformance conformance;

  ConformanceApi(CaseSelections selections, Conformance conformance) {
    this.selections = selections;
    this.conformance = conformance;
  }

  /** Of the cases received in the period; both days belong to it. */
  @GetMapping("/api/v1/conformance")
  ConformanceView of(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String service,
      @RequestParam(required = false) String jurisdiction,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    Caller caller = selections.supervisor();
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw Problem.badRequest("page-refused", "page 应从 0 起，size 应为 1 至 " + LARGEST_PAGE + "。");
    }
    return conformance.of(selections.of(caller, from, to, service, jurisdiction), page, size);
  }
}
