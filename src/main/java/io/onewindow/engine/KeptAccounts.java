package io.onewindow.engine;

import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

/**
 * Looks at passwords: takes the same work whether there is such an account or not, and stores anew
 * what was stored by an older way once it has been found right. How often somebody may try is
 * {@link SignInAttempts}' to say, not the engine's, whose locks an attacker could make last for
 * ever.
 */
final class KeptAccounts extends DbIdentityServiceProvider {

  private final PasswordHash hash;
  private final String nobodys;

  private KeptAccounts(PasswordHash hash, String nobodys) {
    this.hash = hash;
    this.nobodys = nobodys;
  }

  @Override
  public boolean checkPassword(String userId, String password) {
    UserEntity user = findUserById(userId);
    if (user == null || user.getPassword() == null || password == null) {
      hash.check(String.valueOf(password), nobodys);
      return false;
    }
    boolean current = hash.isCurrent(user.getPassword());
    if (!matchPassword(password, user)) {
      if (!current) {
        // an older way is quicker: its account must not be told from one that does not exist
        hash.check(password, nobodys);
      }
      return false;
    }
    if (!current) {
      user.setPassword(password);
      user.encryptPassword();
    }
    return true;
  }

  /** Whether it has been found right before and nothing has changed since. */
  boolean isKnown(String userId, String password) {
    UserEntity user = findUserById(userId);
    return user != null
        && user.getPassword() != null
        && password != null
        && hash.knows(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
  }

  /** One for each command, as the engine wants it. */
  static SessionFactory factory(PasswordHash hash) {
    String nobodys = hash.encrypt("nobody's");
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return DbIdentityServiceProvider.class;
      }

      @Override
      public Session openSession() {
        return new KeptAccounts(hash, nobodys);
      }
    };
  }
}
