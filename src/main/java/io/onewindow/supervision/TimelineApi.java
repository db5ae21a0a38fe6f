package io.onewindow.supervision;

import io.onewindow.casefile.CaseAccess;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Callers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The story of a case for signed-in callers who may see the case. */
@RestController
class TimelineApi {

  private final CaseAccess access;
  private final Timelines timelines;
  private final Callers callers;

  TimelineApi(CaseAccess access, Timelines timelines, Callers callers) {
    this.access = access;
    this.timelines = timelines;
    this.callers = callers;
  }

  @GetMapping("/api/v1/cases/{receiptNo}/timeline")
  TimelineView timeline(@PathVariable String receiptNo) {
    CaseRecord file = access.file(receiptNo);
    return callers.asSystem(() -> timelines.of(file));
  }
}
