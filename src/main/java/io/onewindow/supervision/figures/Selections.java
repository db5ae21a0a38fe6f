package io.onewindow.supervision.figures;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.department.Departments;
import io.onewindow.department.StaffGroup;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Checks what a question asks for, and that its caller may see it. */
@Component
class Selections {

  private final Viewers viewers;
  private final Departments departments;
  private final Definitions definitions;
  private final FigureNames names;
  private final Clock time;

  Selections(
      Viewers viewers,
      Departments departments,
      Definitions definitions,
      FigureNames names,
      Clock time) {
    this.viewers = viewers;
    this.departments = departments;
    this.definitions = definitions;
    this.names = names;
    this.time = time;
  }

  /**
   * @throws Problem 400 that says what would be right, 401 for nobody, 403 for who may not see it
   */
  Selection of(Query query) {
    List<String> places = places(query.text("jurisdiction"));
    String service = service(query.text("service"));
    return new Selection(
        places,
        service,
        version(service, query),
        department(query.text("department")),
        Period.of(query, today()));
  }

  LocalDate today() {
    return LocalDate.ofInstant(time.instant(), WorkCalendar.ZONE);
  }

  private List<String> places(String asked) {
    List<String> visible = viewers.jurisdictions();
    if (asked == null) {
      if (visible.isEmpty()) {
        throw Problem.forbidden("other-jurisdiction", "您不属于任何辖区，没有可以查看的统计数据。");
      }
      return visible;
    }
    String place = departments.jurisdiction(asked).id();
    if (!visible.contains(place)) {
      throw Problem.forbidden("other-jurisdiction", "您无权查看该辖区的统计数据。");
    }
    return List.of(place);
  }

  private String service(String key) {
    if (key != null && definitions.all(key).isEmpty()) {
      throw Problem.badRequest("unknown-service", "没有编号为“" + key + "”的事项或流程。");
    }
    return key;
  }

  private Integer version(String service, Query query) {
    String asked = query.text("version");
    if (asked == null) {
      return null;
    }
    if (service == null) {
      throw Problem.badRequest("unknown-version", "选择流程版本时须同时选择事项（参数 service）。");
    }
    return version(service, asked);
  }

  /**
   * @throws Problem 400 when the model has no such version any more
   */
  Integer version(String key, String asked) {
    List<Integer> versions =
        definitions.all(key).stream().map(ProcessDefinition::getVersion).toList();
    int number = asked.matches("\\d{1,9}") ? Integer.parseInt(asked) : 0;
    if (!versions.contains(number)) {
      throw Problem.badRequest(
          "unknown-version",
          "“"
              + names.service(key)
              + "”没有第 "
              + asked
              + " 版，可能已经删除；现有："
              + versions.stream()
                  .sorted()
                  .map(one -> "第 " + one + " 版")
                  .collect(Collectors.joining("、"))
              + "。");
    }
    return number;
  }

  private String department(String group) {
    boolean known =
        group == null || departments.groups().stream().map(StaffGroup::id).anyMatch(group::equals);
    if (!known) {
      throw Problem.badRequest("unknown-department", "没有编号为“" + group + "”的部门职能。");
    }
    return group;
  }
}
