package io.onewindow.exchange;

import io.onewindow.department.Departments;
import io.onewindow.problem.StartRefused;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The departments' systems that are connected. */
@Component
@EnableConfigurationProperties(ExchangeSettings.class)
class DepartmentSystems {

  private final List<DepartmentSystem> all;

  /**
   * @throws StartRefused when a connection cannot work or would not be safe
   */
  DepartmentSystems(ExchangeSettings settings, Departments departments) {
    all =
        settings.systems().entrySet().stream()
            .map(one -> new DepartmentSystem(one.getKey(), one.getValue()))
            .toList();
    ConnectionCheck check = new ConnectionCheck(departments);
    List<String> refusals = all.stream().flatMap(one -> check.refusals(one).stream()).toList();
    if (!refusals.isEmpty()) {
      throw new StartRefused(refusals);
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<DepartmentSystem> all() {
    return all;
  }

  Optional<DepartmentSystem> find(String id) {
    return first(one -> one.id().equals(id));
  }

  /** The system that is told of a task, if its department has one that is. */
  Optional<DepartmentSystem> forStep(
      String jurisdiction, Collection<String> groups, String element) {
    return first(
        one ->
            one.connection().jurisdiction().equals(jurisdiction)
                && groups.contains(one.connection().department())
                && one.connection().steps().contains(element));
  }

  /** The system that is told what its department supervises from now on, if there is one. */
  Optional<DepartmentSystem> forHandOver(String jurisdiction, String group) {
    return first(
        one ->
            one.connection().jurisdiction().equals(jurisdiction)
                && one.connection().department().equals(group)
                && one.connection().handOver());
  }

  private Optional<DepartmentSystem> first(Predicate<DepartmentSystem> wanted) {
    return all.stream().filter(wanted).findFirst();
  }
}
