package io.onewindow.supervision.figures;

import io.onewindow.department.Departments;
import io.onewindow.supervision.fact.Models;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.FiltersView.Named;
import io.onewindow.supervision.figures.FiltersView.Service;
import java.time.Clock;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Tells what figures can be asked for. */
@Component
class Filters {

  private final Viewers viewers;
  private final Definitions definitions;
  private final Models models;
  private final Departments departments;
  private final Projection projection;
  private final Clock time;

  Filters(
      Viewers viewers,
      Definitions definitions,
      Models models,
      Departments departments,
      Projection projection,
      Clock time) {
    this.viewers = viewers;
    this.definitions = definitions;
    this.models = models;
    this.departments = departments;
    this.projection = projection;
    this.time = time;
  }

  FiltersView all() {
    return new FiltersView(
        Shares.local(time.instant()),
        projection.state().behind(),
        definitions.newest().stream().map(this::service).toList(),
        viewers.jurisdictions().stream()
            .map(id -> new Named(id, departments.jurisdiction(id).name()))
            .toList(),
        departments.groups().stream().map(one -> new Named(one.id(), one.name())).toList());
  }

  private Service service(ProcessDefinition newest) {
    return new Service(
        newest.getKey(),
        newest.getName(),
        definitions.all(newest.getKey()).stream().map(ProcessDefinition::getVersion).toList(),
        models.of(newest.getId()).sharedPart());
  }
}
