package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The one place where a password is looked at or set, whichever face it comes from: the sign-in
 * page, HTTP Basic or the change of a password.
 */
final class SignInService extends IdentityServiceImpl {

  /** Longer ones are not digested for nothing. */
  private static final int LONGEST_PASSWORD = 256;

  /** So many accounts that few wait for another one's. */
  private static final int TURNS = 256;

  private static final Problem.Field RULES =
      new Problem.Field("password", "密码", "应不少于 10 个字符，含大写字母、小写字母、数字和符号，且不含工号、姓名和邮箱");

  private final AccountSettings settings;
  private final Supplier<SignInAttempts> attempts;
  private final Supplier<InitialPasswords> initial;
  private final Supplier<CallOrigin> origin;
  private final ApplicationEventPublisher events;

  /**
   * Of one account one try at a time: a program that begins with ten requests at once has one right
   * password, not ten tries.
   */
  private final List<Lock> turns = Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();

  SignInService(AccountSettings settings, ApplicationContext context) {
    this.settings = settings;
    attempts = () -> context.getBean(SignInAttempts.class);
    initial = () -> context.getBean(InitialPasswords.class);
    origin = () -> context.getBean(CallOrigin.class);
    events = context;
  }

  /**
   * @throws Problem when the password is right but was set by somebody else
   */
  @Override
  public boolean checkPassword(String userId, String password) {
    if (!isRight(userId, password)) {
      return false;
    }
    if (settings.changeInitialPassword() && initial.get().has(userId)) {
      throw FailureInterceptor.remember(
          Problem.forbidden("initial-password", "您的密码由他人设定，请先在 /password.html 改成自己的密码，再登录。"));
    }
    return true;
  }

  /** Where a platform says who there is, nobody is entered or changed here by hand. */
  @Override
  public boolean isReadOnly() {
    return !settings.areKeptHere() || super.isReadOnly();
  }

  /** Whether it is that account's password, one that somebody else has set included. */
  boolean isRight(String userId, String password) {
    if (!settings.areKeptHere() || userId == null || userId.indexOf('\0') >= 0) {
      return false;
    }
    String address = String.valueOf(origin.get().address());
    if (!attempts.get().areUsedUp(userId, address)) {
      if (isKnown(userId, password)) {
        return true;
      }
      Lock turn = turns.get(Math.floorMod(userId.hashCode(), turns.size()));
      turn.lock();
      try {
        // whoever had to wait may find it known by now, or all tries used up
        if (isKnown(userId, password)) {
          return true;
        }
        if (!attempts.get().areUsedUp(userId, address)) {
          return isRightAtLast(userId, password, address);
        }
      } finally {
        turn.unlock();
      }
    }
    // the same work as for any other, so that nobody learns that the account is locked
    matches(userId, null);
    return false;
  }

  private boolean isRightAtLast(String userId, String password, String address) {
    attempts.get().begin(userId);
    boolean right =
        matches(userId, password == null || password.length() > LONGEST_PASSWORD ? null : password);
    if (right) {
      attempts.get().forgive(userId);
    } else {
      attempts.get().fail(address);
    }
    return right;
  }

  /** Programs send the same password with each request: neither counted nor worked out again. */
  private boolean isKnown(String userId, String password) {
    return commandExecutor.execute(
        context ->
            ((KeptAccounts) context.getReadOnlyIdentityProvider()).isKnown(userId, password));
  }

  private boolean matches(String userId, String password) {
    try {
      return super.checkPassword(userId, password);
    } catch (OptimisticLockingException storedAnewAtTheSameMoment) {
      return super.checkPassword(userId, password);
    }
  }

  @Override
  public void saveUser(User user, boolean skipPasswordPolicy) {
    if (!(user instanceof UserEntity entity) || !entity.hasNewPassword()) {
      super.saveUser(user, skipPasswordPolicy);
      return;
    }
    if (settings.passwordRules() && !skipPasswordPolicy && isWeak(entity)) {
      throw FailureInterceptor.remember(Problem.badField("password-weak", RULES, RULES + "。"));
    }
    Authentication who = getCurrentAuthentication();
    boolean own = who == null || user.getId().equals(who.getUserId());
    // in one transaction: who may not set a password must not oblige its owner to change it
    commandExecutor.execute(
        context -> {
          super.saveUser(user, skipPasswordPolicy);
          if (own) {
            initial.get().forget(user.getId());
          } else {
            initial.get().set(user.getId());
          }
          return null;
        });
    events.publishEvent(new AccountChanged(user.getId()));
  }

  private boolean isWeak(UserEntity user) {
    return commandExecutor.execute(context -> !user.checkPasswordAgainstPolicy());
  }

  @Override
  public void unlockUser(String userId) {
    super.unlockUser(userId);
    attempts.get().forgive(userId);
  }

  @Override
  public void deleteUser(String userId) {
    super.deleteUser(userId);
    initial.get().forget(userId);
    events.publishEvent(new AccountChanged(userId));
  }
}
