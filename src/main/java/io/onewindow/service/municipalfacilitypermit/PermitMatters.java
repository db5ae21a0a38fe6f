package io.onewindow.service.municipalfacilitypermit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The matters of one application, kept as ids with commas between them. */
final class PermitMatters {

  private PermitMatters() {}

  static List<String> ids(VariableScope application) {
    Object ids = application.getVariable(MunicipalFacilityPermit.MATTERS);
    return ids == null
        ? List.of()
        : Arrays.stream(ids.toString().split(","))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList();
  }

  /** What the application form says yes to. */
  static String asked(VariableScope form) {
    return Arrays.stream(PermitMatter.values())
        .filter(matter -> PermitMatter.isAsked(form.getVariable(matter.field())))
        .map(PermitMatter::id)
        .collect(Collectors.joining(","));
  }
}
