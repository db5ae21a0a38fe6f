package io.onewindow.supervision.eventlog;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.engine.Caller;
import io.onewindow.problem.Problem;
import io.onewindow.supervision.history.CaseSelection;
import io.onewindow.supervision.history.CaseSelections;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Event logs for supervisors: ask for one, watch it, stop it, fetch it. Everybody sees their own.
 */
@RestController
@RequestMapping("/api/v1/event-logs")
class EventLogsApi {

  /**
   * What is asked for.
   *
   * @param format {@code xes} or {@code ocel}
   * @param from first day of receipt; null for since ever
   * @param to last day of receipt; null for until now
   * @param service null for all
   * @param jurisdiction null for all the caller works for
   */
  record NewLog(String format, String from, String to, String service, String jurisdiction) {}

  /** How a log stands; days are those of receipt, {@code from} null for since ever. */
  record LogView(
      String id,
      String format,
      LocalDate from,
      LocalDate to,
      String service,
      Set<String> jurisdictions,
      OffsetDateTime requestedAt,
      String state,
      String stateName,
      long done,
      long total,
      Long events,
      Long bytes,
      String sha256,
      String failure) {}

  private static final int MOST = 20;

  private final CaseSelections selections;
  private final LogJobs jobs;
  private final LogWorker worker;
  private final Clock time;

  EventLogsApi(CaseSelections selections, LogJobs jobs, LogWorker worker, Clock time) {
    this.selections = selections;
    this.jobs = jobs;
    this.worker = worker;
    this.time = time;
  }

  /** 202: it will be written. */
  @PostMapping
  ResponseEntity<LogView> begin(@RequestBody NewLog wanted) {
    Caller caller = selections.supervisor();
    LogFormat format = LogFormat.of(wanted.format());
    CaseSelection selection =
        selections.of(caller, wanted.from(), wanted.to(), wanted.service(), wanted.jurisdiction());
    Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    String id = UUID.randomUUID().toString();
    LogJob job =
        new LogJob(
            id,
            format,
            selection,
            caller.id(),
            now,
            LogJob.State.WAITING,
            0,
            0,
            now,
            null,
            null,
            null,
            null);
    worker.begin(job);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/event-logs/" + id))
        .body(view(job));
  }

  /** The caller's latest, the newest first. */
  @GetMapping
  List<LogView> latest() {
    Caller caller = selections.supervisor();
    worker.tidy();
    return jobs.of(caller.id(), MOST).stream().map(EventLogsApi::view).toList();
  }

  @GetMapping("/{id}")
  LogView show(@PathVariable String id) {
    return view(own(id));
  }

  /** 202: it will stop soon; one that is complete stays. */
  @PostMapping("/{id}/cancellation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  LogView stop(@PathVariable String id) {
    if (!own(id).state().isOpen()) {
      throw Problem.conflict("log-ended", "这次导出已经结束，无需取消。");
    }
    jobs.stop(id);
    return view(own(id));
  }

  @GetMapping("/{id}/file")
  ResponseEntity<Resource> file(@PathVariable String id) {
    LogJob job = own(id);
    if (job.state() != LogJob.State.DONE) {
      throw Problem.conflict("log-unfinished", "这份日志" + job.state().label() + "，没有可下载的文件。");
    }
    Path file = worker.file(job);
    if (Files.notExists(file)) {
      throw Problem.conflict(
          "log-elsewhere", "本节点上没有这份文件：多个节点应以 onewindow.event-log.folder 共用同一文件夹；请重新导出。");
    }
    String name = "onewindow-" + day(job.requestedAt()) + "-" + id + job.format().ending();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(job.format().mediaType()))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cache-Control", "no-store")
        .body(new FileSystemResource(file));
  }

  private LogJob own(String id) {
    Caller caller = selections.supervisor();
    return jobs.find(id)
        .filter(job -> job.requestedBy().equals(caller.id()))
        // who was moved away since may not fetch it any more
        .filter(job -> job.selection().jurisdictions().stream().allMatch(caller::worksFor))
        .orElseThrow(() -> Problem.notFound("unknown-log", "没有这份日志，或者不是您导出的。"));
  }

  private static LogView view(LogJob job) {
    Instant from = job.selection().from();
    return new LogView(
        job.id(),
        job.format().name(),
        from.equals(Instant.EPOCH) ? null : day(from),
        day(job.selection().to().minusMillis(1)),
        job.selection().service(),
        new TreeSet<>(job.selection().jurisdictions()),
        job.requestedAt().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
        job.state().name(),
        job.state().label(),
        job.done(),
        job.total(),
        job.events(),
        job.bytes(),
        job.sha256(),
        job.failure());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, WorkCalendar.ZONE);
  }
}
