package io.onewindow.supervision;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.department.Departments;
import io.onewindow.department.People;
import io.onewindow.exchange.ExchangeView;
import io.onewindow.exchange.Exchanges;
import io.onewindow.promise.StepNames;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The timeline of a case with the Chinese names of everything in it, as a screen needs them. */
@Component
class CaseStories {

  /**
   * @param asOf when it was told, with the offset of Asia/Shanghai
   * @param steps name of each element that has a clock, by its id
   * @param people name of each person who acted, by user id
   * @param exchanges what departments' own systems were told of the case
   */
  record CaseStory(
      OffsetDateTime asOf,
      String serviceName,
      String jurisdictionName,
      String subject,
      TimelineView timeline,
      Map<String, String> steps,
      Map<String, String> people,
      List<ExchangeView> exchanges) {}

  private final Timelines timelines;
  private final ServiceNames services;
  private final Departments departments;
  private final StepNames steps;
  private final People people;
  private final Exchanges exchanges;
  private final Clock time;

  CaseStories(
      Timelines timelines,
      ServiceNames services,
      Departments departments,
      StepNames steps,
      People people,
      Exchanges exchanges,
      Clock time) {
    this.timelines = timelines;
    this.services = services;
    this.departments = departments;
    this.steps = steps;
    this.people = people;
    this.exchanges = exchanges;
    this.time = time;
  }

  CaseStory of(CaseRecord file) {
    TimelineView timeline = timelines.of(file);
    return new CaseStory(
        time.instant().atZone(time.getZone()).toOffsetDateTime(),
        services.of(file.service()),
        departments.jurisdiction(file.jurisdiction()).name(),
        file.subject(),
        timeline,
        names(
            timeline.clocks().stream().map(TimelineView.ClockView::activityId),
            element -> steps.of(file.service(), element)),
        names(actors(timeline), people::nameOf),
        exchanges.ofCase(file.receiptNo()));
  }

  private static Stream<String> actors(TimelineView timeline) {
    return Stream.concat(
        timeline.events().stream().map(TimelineView.EventView::actor),
        timeline.pauses().stream().flatMap(one -> Stream.of(one.pausedBy(), one.resumedBy())));
  }

  private static Map<String, String> names(Stream<String> ids, UnaryOperator<String> name) {
    return ids.filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.toMap(Function.identity(), name, (one, same) -> one, TreeMap::new));
  }
}
