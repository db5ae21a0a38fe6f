package io.onewindow.commandline;

import io.onewindow.simulation.Laboratory;
import io.onewindow.simulation.result.HtmlReport;
import io.onewindow.simulation.result.Origin;
import io.onewindow.simulation.result.ResultJson;
import io.onewindow.simulation.result.TasksCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;

/**
 * The folder a simulation writes to. Everything is written beside it first and moved when complete:
 * a run that fails or is cancelled leaves nothing behind.
 */
final class SimulationFiles {

  private final Path folder;

  SimulationFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path folder() {
    return folder;
  }

  Laboratory.Outcome write(Laboratory.Trial trial, Origin origin, int threads) {
    Path draft = draft();
    Thread cleaner = new Thread(() -> delete(draft));
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      Laboratory.Outcome outcome = run(trial, threads, draft);
      put(draft.resolve("result.json"), ResultJson.write(origin, outcome));
      put(draft.resolve("report.html"), HtmlReport.write(origin, outcome));
      if (outcome.whatIf() != null && !outcome.whatIf().changed().isEmpty()) {
        Bpmn.writeModelToFile(draft.resolve("what-if.bpmn").toFile(), outcome.whatIf().model());
      }
      publish(draft);
      return outcome;
    } finally {
      delete(draft);
      Runtime.getRuntime().removeShutdownHook(cleaner);
    }
  }

  private static Laboratory.Outcome run(Laboratory.Trial trial, int threads, Path draft) {
    if (!trial.baseline().plan().log()) {
      return trial.run(Laboratory.Watch.quiet(threads));
    }
    try (TasksCsv log = new TasksCsv(Files.newOutputStream(draft.resolve("tasks.csv")))) {
      return trial.run(new Laboratory.Watch(threads, log, done -> {}, () -> false));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Path draft() {
    try {
      Files.createDirectories(folder.getParent());
      return Files.createTempDirectory(folder.getParent(), ".simulate-");
    } catch (IOException unwritable) {
      throw new CommandRefused("写不了目录 " + folder + "。");
    }
  }

  private static void put(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void publish(Path draft) {
    try {
      Files.createDirectories(folder);
      for (Path file : files(draft)) {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException unwritable) {
      throw new CommandRefused("写不了目录 " + folder + "。");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return new ArrayList<>(all.toList());
    }
  }

  private static void delete(Path folder) {
    try {
      if (Files.exists(folder)) {
        for (Path file : files(folder)) {
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
