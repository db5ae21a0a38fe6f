package io.onewindow.supervision.eventlog;

import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.supervision.history.CaseSelection;
import io.onewindow.supervision.history.CaseSelections;
import io.onewindow.supervision.history.PastCase;
import io.onewindow.supervision.history.PastCases;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Service;

/**
 * Writes event logs into files. A file appears under its name when it is complete, never before;
 * what was left half-written is deleted.
 */
@Service
public class EventLogs {

  /** Hears how far a log has come; throws to stop it. */
  @FunctionalInterface
  public interface Progress {
    void reached(long cases, long total);
  }

  /**
   * A complete log.
   *
   * @param sha256 of the file as it lies on disk
   */
  public record Written(long cases, long events, long bytes, String sha256) {}

  private static final int BUFFER = 1 << 16;

  private final PastCases cases;
  private final CaseSelections selections;
  private final CaseEvents words;
  private final Pseudonyms pseudonyms;
  private final Callers callers;
  private final Clock time;

  EventLogs(
      PastCases cases,
      CaseSelections selections,
      CaseEvents words,
      Pseudonyms pseudonyms,
      Callers callers,
      Clock time) {
    this.cases = cases;
    this.selections = selections;
    this.words = words;
    this.pseudonyms = pseudonyms;
    this.callers = callers;
    this.time = time;
  }

  /**
   * Checks what the command line asks for; the system itself may see everything.
   *
   * @see CaseSelections#of
   */
  public Written ofAll(
      LogFormat format,
      String from,
      String to,
      String service,
      String jurisdiction,
      Path target,
      Progress progress) {
    return write(format, selections.ofAll(from, to, service, jurisdiction), target, progress);
  }

  /**
   * @param target is replaced if it exists; packed if its name ends in {@code .gz}
   * @throws Problem 409 when the file cannot be written
   */
  Written write(LogFormat format, CaseSelection selection, Path target, Progress progress) {
    Path folder = target.toAbsolutePath().getParent();
    String unfinished = "." + target.getFileName() + "." + UUID.randomUUID();
    Path part = folder.resolve(unfinished + ".part");
    Path spool = folder.resolve(unfinished + ".spool");
    try {
      Files.createDirectories(folder);
      Written written =
          callers.asSystem(() -> into(format, selection, part, spool, target, progress));
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } catch (IOException | UncheckedIOException unwritable) {
      throw Problem.conflict(
          "log-unwritable", "写不了文件 " + target + "：" + unwritable.getMessage() + "。没有留下任何文件。");
    } finally {
      delete(part);
      delete(spool);
    }
  }

  private Written into(
      LogFormat format,
      CaseSelection selection,
      Path part,
      Path spool,
      Path target,
      Progress progress) {
    MessageDigest digest = sha256();
    long[] counted = new long[2];
    try (OutputStream file = new DigestOutputStream(Files.newOutputStream(part), digest);
        OutputStream packed =
            target.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file;
        // writers of XML hand on every attribute by itself
        OutputStream out = new BufferedOutputStream(packed, BUFFER);
        LogFile log = open(format, selection, out, spool)) {
      long total = cases.count(selection);
      progress.reached(0, total);
      PastCase last = null;
      for (List<PastCase> page = cases.after(last, selection);
          !page.isEmpty();
          page = cases.after(last, selection)) {
        for (PastCase one : page) {
          List<LogEvent> events = words.of(one);
          log.write(one, words.about(one), events);
          counted[0]++;
          counted[1] += events.size();
        }
        last = page.get(page.size() - 1);
        progress.reached(counted[0], total);
      }
      log.finish();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    try {
      return new Written(
          counted[0], counted[1], Files.size(part), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private LogFile open(LogFormat format, CaseSelection selection, OutputStream out, Path spool)
      throws IOException {
    if (format == LogFormat.XES) {
      return new XesFile(out, pseudonyms);
    }
    return new OcelFile(
        out,
        new OcelObjects(pseudonyms, words, time.instant(), applicants(selection), spool),
        pseudonyms);
  }

  private Stream<String> applicants(CaseSelection selection) {
    return Stream.iterate(
            cases.applicantsAfter("", selection),
            page -> !page.isEmpty(),
            page -> cases.applicantsAfter(page.get(page.size() - 1), selection))
        .flatMap(List::stream);
  }

  private static void delete(Path left) {
    try {
      // where nothing can be there is nothing to delete: the folder may be none
      if (Files.exists(left)) {
        Files.delete(left);
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
