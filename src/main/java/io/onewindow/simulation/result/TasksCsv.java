package io.onewindow.simulation.result;

import io.onewindow.simulation.kernel.Person;
import io.onewindow.simulation.kernel.TaskLog;
import io.onewindow.simulation.model.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes every task in the columns of Prosimos, times in Asia/Shanghai, as it ends: nothing is kept
 * in memory.
 */
public final class TasksCsv implements TaskLog, AutoCloseable {

  private static final long DAY = 24L * 3_600_000;
  private static final long SHANGHAI = 8L * 3_600_000;
  private static final int ROOM = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM + 1024];
  private final Map<Node, byte[]> names = new HashMap<>();
  private final Map<Person, byte[]> people = new HashMap<>();
  private int size;
  private long dayKnown = Long.MIN_VALUE;
  private final byte[] date = new byte[10];

  public TasksCsv(OutputStream out) {
    this.out = out;
    text(
        "case_id,activity,enable_time,start_time,end_time,resource\n"
            .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void done(long caseNo, Node task, long enabled, long started, long ended, Person by) {
    if (size > ROOM) {
      flush();
    }
    digits(caseNo);
    buffer[size++] = ',';
    text(names.computeIfAbsent(task, one -> quoted(one.name())));
    buffer[size++] = ',';
    instant(enabled);
    buffer[size++] = ',';
    instant(started);
    buffer[size++] = ',';
    instant(ended);
    buffer[size++] = ',';
    if (by != null) {
      text(people.computeIfAbsent(by, one -> quoted(one.id())));
    }
    buffer[size++] = '\n';
  }

  private static byte[] quoted(String text) {
    String cut = text.length() > 200 ? text.substring(0, 200) : text;
    boolean plain = cut.indexOf(',') < 0 && cut.indexOf('"') < 0 && cut.indexOf('\n') < 0;
    String field = plain ? cut : '"' + cut.replace("\"", "\"\"") + '"';
    return field.getBytes(StandardCharsets.UTF_8);
  }

  private void text(byte[] text) {
    System.arraycopy(text, 0, buffer, size, text.length);
    size += text.length;
  }

  private void digits(long number) {
    int places = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      places++;
    }
    long rest = number;
    for (int i = size + places - 1; i >= size; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += places;
  }

  /** As {@code 2026-03-02T09:00:00.000+08:00}. */
  private void instant(long millis) {
    long local = millis + SHANGHAI;
    long day = Math.floorDiv(local, DAY);
    if (day != dayKnown) {
      byte[] iso = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(iso, 0, date, 0, date.length);
      dayKnown = day;
    }
    text(date);
    int ofDay = (int) (local - day * DAY);
    buffer[size++] = 'T';
    pair(ofDay / 3_600_000);
    buffer[size++] = ':';
    pair(ofDay / 60_000 % 60);
    buffer[size++] = ':';
    pair(ofDay / 1000 % 60);
    buffer[size++] = '.';
    buffer[size++] = (byte) ('0' + ofDay / 100 % 10);
    pair(ofDay % 100);
    text(ZONE);
  }

  private static final byte[] ZONE = "+08:00".getBytes(StandardCharsets.US_ASCII);

  private void pair(int number) {
    buffer[size++] = (byte) ('0' + number / 10);
    buffer[size++] = (byte) ('0' + number % 10);
  }

  private void flush() {
    try {
      out.write(buffer, 0, size);
      size = 0;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void close() {
    flush();
    try {
      out.close();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
