package io.onewindow.simulation.kernel;

/** What is counted of a pool; times in milliseconds, areas in task-milliseconds. */
public final class PoolTally {

  private long since = Long.MIN_VALUE;
  private long changedAt;
  private long area;
  private long wholeArea;
  private long wholeWait;
  private int longest;
  private long busy;
  private long overtime;
  private long capacity;
  private long begun;

  void begin(long now) {
    changedAt = now;
  }

  /** From now on counts what the figures show. */
  void reset(int waiting, long now) {
    queued(waiting, now);
    since = now;
    area = 0;
    longest = waiting;
    busy = 0;
    overtime = 0;
    begun = 0;
  }

  void queued(int waiting, long now) {
    long grown = waiting * (now - changedAt);
    area += grown;
    wholeArea += grown;
    changedAt = now;
  }

  void longest(int waiting) {
    longest = Math.max(longest, waiting);
  }

  void waited(long wait) {
    wholeWait += wait;
    begun++;
  }

  void stillWaiting(long wait) {
    wholeWait += wait;
  }

  void worked(long onDuty, long beyond) {
    busy += onDuty;
    overtime += beyond;
  }

  void hasCapacity(long length) {
    capacity += length;
  }

  /** Average number of waiting tasks since the warm-up. */
  public double meanQueue(long now) {
    return now > since ? (double) area / (now - since) : 0;
  }

  public int longestQueue() {
    return longest;
  }

  /** Share of the duty since the warm-up that was worked. */
  public double utilisation() {
    return capacity == 0 ? 0 : (double) busy / capacity;
  }

  public long busy() {
    return busy;
  }

  public long capacity() {
    return capacity;
  }

  public long overtime() {
    return overtime;
  }

  /** Tasks begun since the warm-up. */
  public long begun() {
    return begun;
  }

  /** Little's law on the whole run: both sides in task-milliseconds, equal to the millisecond. */
  public boolean keepsLittlesLaw() {
    return wholeArea == wholeWait;
  }
}
