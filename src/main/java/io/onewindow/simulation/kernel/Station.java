package io.onewindow.simulation.kernel;

import io.onewindow.simulation.random.Distribution;

/**
 * How long an element takes and who does it.
 *
 * @param pool number of the pool whose members work on it, -1 when nobody has to
 * @param duration of the work; of waiting for the applicant or a message where nobody works; null
 *     for a message that never comes
 * @param byMember other durations by place in the pool; null when all take the same
 * @param lying office time for which the work lies before anybody could take it up, because its
 *     people have other things to do; null for none
 */
public record Station(
    int pool, Distribution duration, Distribution[] byMember, Distribution lying) {

  public static final int NOBODY = -1;

  public Station(int pool, Distribution duration, Distribution[] byMember) {
    this(pool, duration, byMember, null);
  }

  Distribution durationOf(int member) {
    return byMember == null ? duration : byMember[member];
  }
}
