package io.onewindow.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The sessions that are open, on all nodes, by the name of whose they are. */
final class OpenSessions {

  private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

  /**
   * @param sessions empty where they are not kept in the database
   */
  OpenSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
    this.sessions = sessions;
  }

  /** Ends every session of that person. */
  void end(String name) {
    sessions.ifAvailable(kept -> kept.findByPrincipalName(name).keySet().forEach(kept::deleteById));
  }
}
