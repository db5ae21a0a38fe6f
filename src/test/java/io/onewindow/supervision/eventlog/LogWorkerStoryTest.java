package io.onewindow.supervision.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnBothDatabases;
import io.onewindow.story.StoryTest;
import io.onewindow.supervision.history.CaseSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@StoryTest
@OnBothDatabases
class LogWorkerStoryTest {

  @Autowired private EventLogs logs;
  @Autowired private LogJobs jobs;
  @Autowired private Clock time;

  @TempDir private Path folder;

  @Test
  void stopsALogThatIsNotWantedAnyMore() throws Exception {
    LogJob job = job(now());
    jobs.add(job);
    jobs.stop(job.id());
    LogWorker worker = worker();
    worker.work(job);
    worker.destroy();
    assertThat(state(job)).isEqualTo(LogJob.State.CANCELLED);
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void givesUpALogWhoseNodeDied() throws Exception {
    LogJob silent = job(now().minus(LogWorker.PATIENCE).minusSeconds(1));
    LogJob heard = job(now().minusSeconds(1));
    jobs.add(silent);
    jobs.add(heard);
    LogWorker worker = worker();
    worker.tidy();
    worker.destroy();
    assertThat(state(silent)).isEqualTo(LogJob.State.FAILED);
    assertThat(jobs.find(silent.id()).orElseThrow().failure()).contains("重新导出");
    assertThat(state(heard)).isEqualTo(LogJob.State.WAITING);
  }

  @Test
  void forgetsALogPastItsTimeWithItsFile() throws Exception {
    LogJob old = job(now().minus(Duration.ofDays(2)));
    jobs.add(old);
    LogWorker worker = worker();
    worker.work(old);
    assertThat(state(old)).isEqualTo(LogJob.State.DONE);
    assertThat(worker.file(old)).exists();
    worker.tidy();
    worker.destroy();
    assertThat(jobs.find(old.id())).isEmpty();
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws Exception {
    Path occupied = Files.writeString(folder.resolve("file"), "not a folder");
    LogWorker worker =
        new LogWorker(logs, jobs, new LogSettings("", occupied, Duration.ofDays(1)), time);
    LogJob job = job(now());
    jobs.add(job);
    worker.work(job);
    worker.destroy();
    assertThat(state(job)).isEqualTo(LogJob.State.FAILED);
    assertThat(jobs.find(job.id()).orElseThrow().failure()).startsWith("写不了文件");
  }

  private LogWorker worker() {
    return new LogWorker(logs, jobs, new LogSettings("", folder, Duration.ofDays(1)), time);
  }

  private LogJob.State state(LogJob job) {
    return jobs.find(job.id()).orElseThrow().state();
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private LogJob job(Instant at) {
    return new LogJob(
        UUID.randomUUID().toString(),
        LogFormat.XES,
        new CaseSelection(Instant.EPOCH, at, null, Set.of("ningyang")),
        "nySupervisor",
        at,
        LogJob.State.WAITING,
        0,
        0,
        at,
        null,
        null,
        null,
        null);
  }
}
