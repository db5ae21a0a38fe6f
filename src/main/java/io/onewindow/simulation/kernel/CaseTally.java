package io.onewindow.simulation.kernel;

import io.onewindow.simulation.kernel.Case.Spent;
import io.onewindow.simulation.time.WorkingTime;

/** What is counted of whole cases; lengths in milliseconds. */
public final class CaseTally {

  private final Sketch cycle = new Sketch();
  private final Sketch working = new Sketch();
  private final Sketch result = new Sketch();
  private final double[] spent = new double[Spent.values().length];
  private long arrived;
  private long ended;
  private long open;
  private long returned;
  private long returns;
  private long longestOpen;
  private long inFlight;
  private long mostInFlight;
  private long changedAt;
  private long since;
  private double area;

  /** In case-milliseconds, on the whole run: exact in 64 bits for 9·10^18. */
  private long wholeArea;

  private long wholeStay;
  private long stillOpen;
  private boolean tokensEnded = true;

  void begin(long now) {
    changedAt = now;
    since = now;
  }

  void count(long now) {
    passed(now);
    since = now;
    area = 0;
    mostInFlight = inFlight;
  }

  private void passed(long now) {
    long grown = inFlight * (now - changedAt);
    area += grown;
    wholeArea += grown;
    changedAt = now;
  }

  void arrived(long now, boolean counts) {
    passed(now);
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
    arrived += counts ? 1 : 0;
  }

  void ended(long now, Case one, boolean counts, WorkingTime office) {
    passed(now);
    inFlight--;
    long stay = now - one.arrivedAt;
    wholeStay += stay;
    tokensEnded &= one.isAtRest();
    if (!counts) {
      return;
    }
    ended++;
    cycle.add(stay);
    working.add(office == null ? stay : office.between(one.arrivedAt, now));
    if (one.resultAt >= 0) {
      result.add(one.resultAt - one.arrivedAt);
    }
    spend(one);
  }

  private void spend(Case one) {
    for (int i = 0; i < spent.length; i++) {
      spent[i] += one.spent[i];
    }
  }

  void open(long now, Case one, boolean counts) {
    long stay = now - one.arrivedAt;
    wholeStay += stay;
    stillOpen++;
    if (counts) {
      open++;
      longestOpen = Math.max(longestOpen, stay);
      spend(one);
    }
  }

  void returned(int times) {
    returned += times > 0 ? 1 : 0;
    returns += times;
  }

  void close(long now) {
    passed(now);
  }

  /** From arrival to the end of the last path, follow-ups included. */
  public Sketch cycle() {
    return cycle;
  }

  /** The same in office hours. */
  public Sketch working() {
    return working;
  }

  /** From arrival to the result: when the whole case's clock first stopped. */
  public Sketch result() {
    return result;
  }

  /** Mean per case, ended or open. */
  public double meanSpent(int what) {
    return spent[what] / (ended + open);
  }

  public long arrived() {
    return arrived;
  }

  public long ended() {
    return ended;
  }

  /** Not ended when the run was. */
  public long open() {
    return open;
  }

  public long longestOpen() {
    return longestOpen;
  }

  /** Share of the cases that had to supplement at least once. */
  public double returnedShare() {
    return (double) returned / arrived;
  }

  public double meanReturns() {
    return (double) returns / arrived;
  }

  public double meanInFlight() {
    return changedAt > since ? area / (changedAt - since) : 0;
  }

  public long mostInFlight() {
    return mostInFlight;
  }

  boolean keepsLittlesLaw() {
    return wholeArea == wholeStay;
  }

  /** Every case that arrived has ended or is open, and nothing of an ended one is planned. */
  boolean keepsTokens() {
    return tokensEnded && inFlight == stillOpen;
  }
}
