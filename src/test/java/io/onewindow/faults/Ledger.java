package io.onewindow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clients' own file of what they asked for and what they were answered: a line goes to the
 * system before a request goes out, and another when its answer has come or has failed to. What is
 * read back is the file alone.
 */
public final class Ledger implements AutoCloseable {

  private enum Line {
    WANTED,
    ASKED,
    ANSWERED,
    UNREACHED,
    DOUBTFUL,
    FOUND_DONE,
    SEEN
  }

  private final Path file;
  private final Writer out;
  private long numbers;

  /** Begins an empty ledger. */
  public Ledger(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      out =
          Files.newBufferedWriter(
              file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Opens a new deed; its number is what the other entries name. */
  public synchronized long wants(Deed.Kind kind, String clerk, String subject) {
    numbers++;
    write(Line.WANTED, numbers, kind, clerk, subject);
    return numbers;
  }

  /** A request goes out now. */
  public synchronized void asks(long deed, String node) {
    write(Line.ASKED, deed, node, Instant.now());
  }

  /**
   * @param said receipt number of an acknowledged start; else what a refusal is about
   */
  public synchronized void answered(long deed, int status, Duration taken, String said) {
    write(Line.ANSWERED, deed, status, taken.toMillis(), said);
  }

  /** The node took no connection, so it cannot have done anything. */
  public synchronized void unreached(long deed) {
    write(Line.UNREACHED, deed);
  }

  /** No answer came: it may be done or not. */
  public synchronized void doubtful(long deed, String reason) {
    write(Line.DOUBTFUL, deed, reason);
  }

  /** Who was in doubt has looked and found it done. */
  public synchronized void foundDone(long deed) {
    write(Line.FOUND_DONE, deed);
  }

  /** When a clerk first sees a task: when it is due. */
  public synchronized void seen(String task, Instant due) {
    write(Line.SEEN, task, due);
  }

  /** How many deeds are opened so far, which is the number of the last one. */
  public synchronized long deeds() {
    return numbers;
  }

  private void write(Object... parts) {
    List<String> line = new ArrayList<>();
    for (Object part : parts) {
      line.add(String.valueOf(part).replaceAll("[\t\r\n]", " "));
    }
    try {
      out.write(String.join("\t", line) + "\n");
      out.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public Path file() {
    return file;
  }

  /** What the file tells: deeds in the order they were wanted, and due dates by task. */
  public synchronized Account read() {
    try {
      Account account = new Account(new LinkedHashMap<>(), new HashMap<>());
      for (String line : Files.readAllLines(file)) {
        account.take(line.split("\t", -1));
      }
      return account;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * What a ledger tells.
   *
   * @param numbered deeds by their numbers
   * @param dueDates of tasks, as they were when the tasks were first seen
   */
  public record Account(Map<Long, Deed> numbered, Map<String, Instant> dueDates) {

    public Collection<Deed> deeds() {
      return numbered.values();
    }

    public List<Deed> deeds(Deed.Kind kind) {
      return deeds().stream().filter(deed -> deed.kind() == kind).toList();
    }

    /** What was wanted after that deed. */
    Account after(long number) {
      Map<Long, Deed> later = new LinkedHashMap<>(numbered);
      later.keySet().removeIf(one -> one <= number);
      return new Account(later, dueDates);
    }

    private void take(String[] line) {
      if (Line.valueOf(line[0]) == Line.SEEN) {
        dueDates.putIfAbsent(line[1], Instant.parse(line[2]));
        return;
      }
      long number = Long.parseLong(line[1]);
      switch (Line.valueOf(line[0])) {
        case WANTED ->
            numbered.put(number, new Deed(number, Deed.Kind.valueOf(line[2]), line[3], line[4]));
        case ASKED -> numbered.get(number).asked();
        case ANSWERED ->
            numbered
                .get(number)
                .answered(
                    Integer.parseInt(line[2]), line[4], Duration.ofMillis(Long.parseLong(line[3])));
        case UNREACHED -> numbered.get(number).unreached();
        case DOUBTFUL -> numbered.get(number).doubtful();
        case FOUND_DONE -> numbered.get(number).foundDone();
        default -> throw new IllegalStateException(String.join(" ", line));
      }
    }
  }
}
