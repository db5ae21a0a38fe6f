package io.onewindow.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.desk.HandedOver;
import io.onewindow.exchange.Parcel.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * What a department's system reads: which case, what it is asked or told, and those fields of the
 * case that its operator named (个人信息保护法第六条: no more than the purpose needs).
 */
@Component
class Contents {

  private final ServiceNames services;
  private final ObjectMapper json;
  private final Clock time;

  Contents(ServiceNames services, ObjectMapper json, Clock time) {
    this.services = services;
    this.json = json;
    this.time = time;
  }

  String ofStep(String id, DepartmentSystem system, CaseRecord file, DelegateTask task) {
    Map<String, Object> content = head(id, Kind.STEP, system, file);
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("id", task.getTaskDefinitionKey());
    step.put("name", task.getName());
    step.put("dueAt", task.getDueDate() == null ? null : local(task.getDueDate().toInstant()));
    content.put("step", step);
    content.put("fields", fields(system, task.getExecution()));
    return text(content);
  }

  String ofHandOver(String id, DepartmentSystem system, CaseRecord file, HandedOver event) {
    Map<String, Object> content = head(id, Kind.HAND_OVER, system, file);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("handOverNo", event.number());
    result.put("name", event.resultName());
    result.put("number", event.resultNo());
    result.put("suspicion", event.suspicion());
    content.put("result", result);
    content.put("fields", fields(system, event.execution()));
    return text(content);
  }

  private Map<String, Object> head(String id, Kind kind, DepartmentSystem system, CaseRecord file) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("requestId", id);
    content.put("kind", kind.name());
    content.put("receiptNo", file.receiptNo());
    content.put("service", file.service());
    content.put("serviceName", services.of(file.service()));
    content.put("jurisdiction", file.jurisdiction());
    content.put("department", system.connection().department());
    content.put("writtenAt", local(time.instant()));
    return content;
  }

  private static Map<String, Object> fields(DepartmentSystem system, DelegateExecution execution) {
    Map<String, Object> fields = new LinkedHashMap<>();
    system.connection().fields().forEach(name -> fields.put(name, value(execution, name)));
    return fields;
  }

  /** A part that several services call knows only what it is handed: the caller knows the rest. */
  private static Object value(DelegateExecution from, String name) {
    DelegateExecution execution = from;
    while (execution != null) {
      Object value = execution.getVariable(name);
      if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        return value;
      }
      execution = execution.getProcessInstance().getSuperExecution();
    }
    return null;
  }

  private static OffsetDateTime local(Instant instant) {
    return instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }

  private String text(Map<String, Object> content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
