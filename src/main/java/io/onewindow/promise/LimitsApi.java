package io.onewindow.promise;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.department.Departments;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is promised, with the words it comes from: public information. */
@RestController
class LimitsApi {

  record StatutoryAnswer(int value, LimitUnit unit, String source) {}

  record LimitAnswer(
      String promiseId,
      String service,
      String step,
      String category,
      String jurisdiction,
      String inheritedFrom,
      Integer value,
      LimitUnit unit,
      String warning,
      String document,
      String clause,
      String quote,
      StatutoryAnswer statutory) {

    static LimitAnswer of(Limit limit) {
      Promise promise = limit.promise();
      Statute statute = limit.statute();
      return new LimitAnswer(
          promise == null ? null : promise.promiseId(),
          limit.service(),
          limit.step(),
          limit.category(),
          limit.jurisdiction(),
          limit.inheritedFrom(),
          promise == null ? null : promise.value(),
          promise == null ? null : promise.unit(),
          limit.warning() == null ? null : limit.warning().toString(),
          promise == null ? null : promise.document(),
          promise == null ? null : promise.clause(),
          promise == null ? null : promise.quote(),
          statute == null
              ? null
              : new StatutoryAnswer(statute.value(), statute.unit(), statute.citation()));
    }
  }

  private final PromisedLimits limits;
  private final Departments departments;

  LimitsApi(PromisedLimits limits, Departments departments) {
    this.limits = limits;
    this.departments = departments;
  }

  /**
   * The limits of one jurisdiction, or of all; of one service, or of all. A row without promiseId
   * says that no plan promises a number.
   */
  @GetMapping("/api/v1/limits")
  List<LimitAnswer> limits(
      @RequestParam(required = false) String jurisdiction,
      @RequestParam(required = false) String service) {
    List<String> places =
        jurisdiction == null
            ? departments.jurisdictions().stream().map(place -> place.id()).toList()
            : List.of(departments.jurisdiction(jurisdiction).id());
    return places.stream()
        .flatMap(place -> limits.list(place, service).stream())
        .map(LimitAnswer::of)
        .toList();
  }
}
