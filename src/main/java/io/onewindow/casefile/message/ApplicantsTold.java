package io.onewindow.casefile.message;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.MaskedName;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.department.Departments;
import io.onewindow.promise.LimitExtended;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to the applicant when something happened to the case that the applicant must hear of. */
@Component
class ApplicantsTold {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm");

  private static final Map<CaseHappened.Kind, String> TEMPLATES =
      new EnumMap<>(
          Map.of(
              CaseHappened.Kind.RECEIVED, "received",
              CaseHappened.Kind.NOTIFIED, "notified",
              CaseHappened.Kind.INFORMED, "informed",
              CaseHappened.Kind.ACCEPTED, "accepted",
              CaseHappened.Kind.REFUSED, "refused",
              CaseHappened.Kind.REJECTED, "rejected",
              CaseHappened.Kind.RESULT_ISSUED, "result-issued",
              CaseHappened.Kind.HANDED_OUT, "handed-out",
              CaseHappened.Kind.WITHDRAWN, "withdrawn"));

  private final Outbox outbox;
  private final Templates templates;
  private final CaseFile files;
  private final Departments departments;
  private final ServiceNames services;
  private final MessageSettings settings;

  ApplicantsTold(
      Outbox outbox,
      Templates templates,
      CaseFile files,
      Departments departments,
      ServiceNames services,
      MessageSettings settings) {
    this.outbox = outbox;
    this.templates = templates;
    this.files = files;
    this.departments = departments;
    this.services = services;
    this.settings = settings;
  }

  @EventListener
  void happened(CaseHappened happening) {
    String part = happening.details().get(CaseHappened.PART_OF_CASE);
    String template = part == null ? TEMPLATES.get(happening.kind()) : "part-issued";
    if (template != null) {
      CaseRecord file = happening.file();
      Map<String, String> values = values(file, happening.at(), happening.details());
      if (part != null) {
        values.put("part", services.of(part));
      }
      outbox.add(
          file.receiptNo(),
          file.jurisdiction(),
          happening.kind().name(),
          templates.filled(template, values),
          happening.at());
    }
  }

  @EventListener
  void extended(LimitExtended extension) {
    files
        .ofInstances(List.of(extension.processInstanceId()))
        .values()
        .forEach(file -> extended(file, extension));
  }

  private void extended(CaseRecord file, LimitExtended extension) {
    Map<String, String> details =
        Map.of(
            "reason", extension.reason(),
            "law", extension.law(),
            "approvedBy", extension.approvedBy(),
            "days", String.valueOf(extension.workingDays()),
            "due", moment(extension.statutoryDueAt()));
    outbox.add(
        file.receiptNo(),
        file.jurisdiction(),
        "EXTENDED",
        templates.filled("extended", values(file, extension.at(), details)),
        extension.at());
  }

  private Map<String, String> values(CaseRecord file, Instant at, Map<String, String> details) {
    Map<String, String> values = new HashMap<>(details);
    values.put("receiptNo", file.receiptNo());
    values.put("service", services.of(file.service()));
    values.put("hall", departments.jurisdiction(file.jurisdiction()).name());
    values.put("applicant", MaskedName.of(file.applicantName()));
    values.put("at", moment(at));
    values.put("link", settings.publicUrl().resolve("/progress/" + file.receiptNo()).toString());
    return values;
  }

  private static String moment(Instant instant) {
    return MOMENT.format(instant.atZone(WorkCalendar.ZONE));
  }
}
