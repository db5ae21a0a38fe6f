package io.onewindow.engine;

import java.util.List;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSession;

/** A session of the engine that takes rows of ours along. */
final class OneTripSession extends DefaultSqlSession {

  private final OneTrip trip;
  private final Object within;
  private boolean isNew = true;

  /**
   * @param within what holds the connection of the transaction that the session is part of; null
   *     for none
   */
  OneTripSession(Configuration statements, OneTrip trip, Object within) {
    super(statements, trip, false);
    this.trip = trip;
    this.within = within;
  }

  /** Not of one that was begun in the midst of it. */
  boolean isPartOf(Object transaction) {
    return within != null && within == transaction;
  }

  /** True for the first who asks. */
  boolean isNew() {
    boolean first = isNew;
    isNew = false;
    return first;
  }

  void add(String sql, Object... values) {
    trip.add(sql, values);
  }

  void beforeSending(Runnable last) {
    trip.beforeSending(last);
  }

  List<OneTrip.Own> takeRest() {
    return trip.takeRest();
  }
}
