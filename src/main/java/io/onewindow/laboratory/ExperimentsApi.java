package io.onewindow.laboratory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Experiments of the signed-in trainer. Nobody sees another's, except by a file handed over. */
@RestController
@RequestMapping("/api/v1/experiments")
class ExperimentsApi {

  /**
   * A proposal that would run.
   *
   * @param told what each edit does, in Chinese
   */
  record Checked(List<String> told) {}

  private final Trainers trainers;
  private final Preparation preparation;
  private final SelfCheck selfCheck;
  private final Runs runs;

  ExperimentsApi(Trainers trainers, Preparation preparation, SelfCheck selfCheck, Runs runs) {
    this.trainers = trainers;
    this.preparation = preparation;
    this.selfCheck = selfCheck;
    this.runs = runs;
  }

  /** 202 with a place in the queue; a wrong scenario is refused at once and never queued. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Entry> start(@RequestBody String body) {
    String trainer = trainers.caller();
    Experiment experiment = preparation.prepare(Proposal.parse(body));
    return accepted(
        runs.start(trainer, experiment, outcome -> ResultWriter.write(experiment, outcome)));
  }

  /** Refuses what {@link #start} would refuse; nothing runs. */
  @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  Checked check(@RequestBody String body) {
    trainers.caller();
    Experiment experiment = preparation.prepare(Proposal.parse(body));
    return new Checked(
        experiment.trial().whatIf() == null ? List.of() : experiment.trial().whatIf().told());
  }

  /** A queue of which theory knows the exact results. */
  @PostMapping("/self-checks")
  ResponseEntity<Entry> selfCheck(@RequestBody QueueTheory.Queue queue) {
    String trainer = trainers.caller();
    Experiment experiment = selfCheck.prepare(queue);
    return accepted(
        runs.start(
            trainer,
            experiment,
            outcome -> selfCheck.compare(ResultWriter.write(experiment, outcome), queue)));
  }

  private static ResponseEntity<Entry> accepted(Entry started) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/experiments/" + started.id()))
        .body(started);
  }

  /** The newest first. */
  @GetMapping
  List<Entry> list() {
    return runs.list(trainers.caller());
  }

  @GetMapping("/{id}")
  Entry show(@PathVariable String id) {
    return runs.find(trainers.caller(), id);
  }

  /** Scenario and result in one file, to keep or to hand over. */
  @GetMapping("/{id}/file")
  ResponseEntity<byte[]> file(@PathVariable String id) {
    String trainer = trainers.caller();
    String name = runs.find(trainer, id).name() + ".json";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(runs.file(trainer, id));
  }

  /** Cancels a waiting or running experiment, deletes a finished one. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id) {
    runs.remove(trainers.caller(), id);
  }
}
