package io.onewindow.department;

import io.onewindow.engine.Callers;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The names of the people behind the ids, as their screens show them. */
@Component
public class People {

  private final IdentityService identity;
  private final Callers callers;

  People(IdentityService identity, Callers callers) {
    this.identity = identity;
    this.callers = callers;
  }

  /**
   * The name in the person's profile; the id itself where there is none, as for somebody who has
   * left. Everybody may be told it, whoever may not look people up.
   */
  public String nameOf(String userId) {
    User user = callers.asSystem(() -> identity.createUserQuery().userId(userId).singleResult());
    String name = user == null ? "" : part(user.getFirstName()) + " " + part(user.getLastName());
    return name.isBlank() ? userId : name.strip();
  }

  private static String part(String name) {
    return name == null ? "" : name.strip();
  }
}
