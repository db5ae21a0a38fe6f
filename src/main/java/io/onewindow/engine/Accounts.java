package io.onewindow.engine;

import io.onewindow.problem.Problem;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** What people do with the password that is kept of them here. */
@Component
public class Accounts {

  private final IdentityService identity;
  private final AccountSettings settings;

  Accounts(IdentityService identity, AccountSettings settings) {
    this.identity = identity;
    this.settings = settings;
  }

  /** Whether anybody has a password here. */
  public boolean areKeptHere() {
    return settings.areKeptHere();
  }

  /**
   * Sets a person's own password. Wrong ones count like those of a sign-in.
   *
   * @throws Problem 401 when {@code password} is not the account's, 400 when the new one is too
   *     weak or the old one
   */
  public void change(String id, String password, String wanted) {
    if (!((SignInService) identity).isRight(id, password)) {
      throw Problem.of(401, "login-required", SignInRequired.DETAIL);
    }
    if (wanted.equals(password)) {
      throw Problem.badField(
          "password-unchanged",
          new Problem.Field("newPassword", "新密码", "应与原密码不同"),
          "“新密码”应与原密码不同。");
    }
    User user = identity.createUserQuery().userId(id).singleResult();
    identity.setAuthenticatedUserId(id);
    try {
      user.setPassword(wanted);
      identity.saveUser(user);
    } finally {
      identity.clearAuthentication();
    }
  }
}
