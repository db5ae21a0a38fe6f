package io.onewindow.access;

import io.onewindow.engine.AccountChanged;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions that are open, on all nodes, by the name of whose they are. */
@Component
class OpenSessions {

  /** When somebody signed in there, in milliseconds of the machine's clock. */
  static final String SINCE = "onewindow.signedInAt";

  private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;
  private final EndedSessions ended;

  /**
   * @param sessions empty where they are not kept in the database
   */
  OpenSessions(
      ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions,
      EndedSessions ended) {
    this.sessions = sessions;
    this.ended = ended;
  }

  /** Whether all nodes know of them. */
  boolean areShared() {
    return sessions.getIfAvailable() != null;
  }

  /** Ends every session of that person. */
  void end(String name, WhyEnded why) {
    sessions.ifAvailable(kept -> of(kept, name).forEach(one -> end(kept, one, why)));
  }

  /** Ends the oldest sessions of that person beyond so many. */
  void keepNewest(String name, int most) {
    sessions.ifAvailable(
        kept ->
            of(kept, name).stream()
                .sorted(newestFirst())
                .skip(most)
                .forEach(one -> end(kept, one, WhyEnded.ANOTHER_SIGN_IN)));
  }

  @EventListener
  void closed(AccountChanged account) {
    end(account.id(), WhyEnded.ACCOUNT);
  }

  private static List<? extends Session> of(
      FindByIndexNameSessionRepository<? extends Session> kept, String name) {
    return List.copyOf(kept.findByPrincipalName(name).values());
  }

  private void end(
      FindByIndexNameSessionRepository<? extends Session> kept, Session one, WhyEnded why) {
    // before it ends: its next request may come at once
    ended.remember(one.getId(), why);
    kept.deleteById(one.getId());
  }

  /** The same on every node, so that two that look at once end the same ones. */
  private static Comparator<Session> newestFirst() {
    return Comparator.<Session>comparingLong(one -> one.getAttributeOrDefault(SINCE, 0L))
        .thenComparing(Session::getId)
        .reversed();
  }
}
