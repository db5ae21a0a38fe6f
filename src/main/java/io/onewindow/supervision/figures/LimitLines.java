package io.onewindow.supervision.figures;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import io.onewindow.engine.Callers;
import io.onewindow.promise.Basis;
import io.onewindow.promise.HallCalendars;
import io.onewindow.promise.InternalLimit;
import io.onewindow.promise.Limit;
import io.onewindow.promise.Promise;
import io.onewindow.promise.PromisedLimits;
import io.onewindow.promise.Statute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Words the limits of a service. */
@Component
class LimitLines {

  private static final String WHOLE_CASE = "case";
  private static final String INTERNAL = "内部时限（系统默认，非承诺）";

  private final PromisedLimits limits;
  private final HallCalendars calendars;
  private final FigureNames names;
  private final Callers callers;
  private final Map<List<String>, List<Limit>> lists = new ConcurrentHashMap<>();
  private final Map<List<String>, Optional<InternalLimit>> owns = new ConcurrentHashMap<>();

  LimitLines(PromisedLimits limits, HallCalendars calendars, FigureNames names, Callers callers) {
    this.callers = callers;
    this.limits = limits;
    this.calendars = calendars;
    this.names = names;
  }

  /** Every limit of the service in that jurisdiction, those without a number left out. */
  List<LimitLine> of(String jurisdiction, String service) {
    return listed(jurisdiction, service).stream()
        .flatMap(limit -> line(jurisdiction, limit).stream())
        .toList();
  }

  /**
   * What a step runs under, as its clock decides: its own promise; or our own time; or else, the
   * law's limit beside it, the promise of the whole case, whose clock it takes over.
   *
   * @param all every limit of the service there
   */
  List<LimitLine> ofStep(String jurisdiction, String service, String step, List<LimitLine> all) {
    List<LimitLine> own = all.stream().filter(line -> line.step().equals(step)).toList();
    if (own.stream().anyMatch(LimitLine::isPromised)) {
      return own;
    }
    Optional<LimitLine> internal =
        own.isEmpty() ? internal(jurisdiction, service, step) : Optional.empty();
    if (internal.isPresent()) {
      return List.of(internal.get());
    }
    Stream<LimitLine> ofCase =
        all.stream()
            .filter(line -> line.step().equals(WHOLE_CASE))
            .filter(LimitLine::isPromised)
            .map(LimitLine::takenOver);
    return Stream.concat(own.stream(), ofCase).toList();
  }

  /** Our own time for a step that nothing else limits. */
  private Optional<LimitLine> internal(String jurisdiction, String service, String step) {
    return own(jurisdiction, service, step)
        .map(InternalLimit::term)
        .map(
            term ->
                line(jurisdiction, step, null, Basis.INTERNAL, null, term, INTERNAL, null, null));
  }

  /** Reading a table takes longer than any figure, so it is read once until it is deployed anew. */
  private List<Limit> listed(String jurisdiction, String service) {
    return callers.asSystem(
        () ->
            lists.computeIfAbsent(
                List.of(limits.version(), jurisdiction, service),
                key -> limits.list(jurisdiction, service)));
  }

  private Optional<InternalLimit> own(String jurisdiction, String service, String step) {
    return callers.asSystem(
        () ->
            owns.computeIfAbsent(
                List.of(limits.version(), jurisdiction, service, step),
                key -> limits.internal(service, step, jurisdiction)));
  }

  private Optional<LimitLine> line(String jurisdiction, Limit limit) {
    Promise promise = limit.promise();
    Statute statute = limit.statute();
    String law = statute == null ? null : statute.term().chinese() + "（" + statute.citation() + "）";
    if (promise != null) {
      return Optional.of(
          line(
              jurisdiction,
              limit.step(),
              limit.category(),
              Basis.PROMISED,
              promise,
              promise.term(),
              promise.citation(),
              city(limit.inheritedFrom()),
              law));
    }
    return statute == null
        ? Optional.empty()
        : Optional.of(
            line(
                jurisdiction,
                limit.step(),
                limit.category(),
                Basis.STATUTORY,
                null,
                statute.term(),
                statute.citation(),
                null,
                law));
  }

  private String city(String inheritedFrom) {
    return inheritedFrom == null ? null : names.jurisdiction(inheritedFrom);
  }

  private LimitLine line(
      String jurisdiction,
      String step,
      String category,
      Basis basis,
      Promise promise,
      Term term,
      String citation,
      String inheritedFrom,
      String statutory) {
    return new LimitLine(
        jurisdiction,
        names.jurisdiction(jurisdiction),
        step,
        category,
        basis.name(),
        basis.label(),
        promise == null ? null : promise.promiseId(),
        term.value(),
        term.unit().name(),
        term.chinese(),
        minutes(jurisdiction, term),
        citation,
        promise == null ? null : promise.document(),
        promise == null ? null : promise.clause(),
        promise == null ? null : promise.quote(),
        inheritedFrom,
        statutory);
  }

  private Long minutes(String jurisdiction, Term term) {
    if (term.unit() == LimitUnit.OFFICE_MINUTE) {
      return (long) term.value();
    }
    if (term.unit() == LimitUnit.OFFICE_HOUR) {
      return term.value() * 60L;
    }
    return term.unit() == LimitUnit.WORKING_DAY
        ? calendars.of(jurisdiction).officeDay().toMinutes() * term.value()
        : null;
  }
}
